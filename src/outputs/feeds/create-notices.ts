import { noticeAddress } from '../../publication/edition/feed-addresses.ts';
import { type FeedContext, isPlaced } from './feed-context.ts';
import { formatFeedList } from './format-feed-list.ts';
import { formatLlms } from './format-llms.ts';
import { formatRobots } from './format-robots.ts';
import { formatSecurity } from './format-security.ts';
import type { TextFile } from './text-file.ts';

/** Texts for programs; all but `security.txt` and the list of feeds are always there. */
export function createNotices(context: FeedContext): TextFile[] {
  const { robots, llms, security } = noticeAddress;
  const texts = [
    { address: robots, text: formatRobots(context) },
    { address: llms, text: formatLlms(context) },
    { address: security, text: formatSecurity(context) },
  ];
  const notices = texts.flatMap(({ address, text }) =>
    text === undefined ? [] : [{ address, text, type: 'text/plain; charset=utf-8' }],
  );
  if (!isPlaced(context)) return notices;
  const feeds = { address: noticeAddress.feedList, text: formatFeedList(context) };
  return [...notices, { ...feeds, type: 'text/x-opml' }];
}
