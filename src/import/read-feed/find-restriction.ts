/** Shortcodes with which WordPress plugins restrict content to some readers. */
const shortcodes =
  /\[(?<name>members?(?:[_-]?only)?|membership|members_(?:access|logged_in)|access|private(?:_content)?|protected(?:_content)?|restrict(?:ed|_content)?|premium(?:_content)?|paid(?:[_-]content)?|subscribers?(?:[_-]?only)?|paywall|(?:is|user)?[_-]?logged[_-]?in|s2if|pmpro_\w+|rcp_\w+|restrict_content_pro|mepr-\w+|wlm_\w+|wcm_restrict|um_loggedin|um_show_content|arm_restrict_content|swpm_protected|passster|content_protector|content_control|ihc-hide-content|groups_(?:member|can)|ppp|membership_level)(?:\s[^[\]]*)?\].*?\[\/\k<name>\]/isu;

/** Blocks that restrict content, or end the public part. */
const blocks =
  /<!--\s*wp:(?<name>(?:jetpack\/)?(?:premium-content|paywall)[\w/-]*|pmpro\/[\w-]+|memberpress\/[\w-]+|rcp\/[\w-]+|restrict-content[\w/-]*|content-control\/[\w-]+|members?\/[\w-]+)[\s/]/iu;

/** Ghost's member-only cards, in its HTML. */
const cards = /<!--\s*kg-gated-block:begin[^>]*nonMember:false/iu;

/** Custom fields that restrict readers, and the values that mean everybody. */
const fields: readonly [key: RegExp, everybody: RegExp][] = [
  [/^_jetpack_newsletter_access$/u, /^(?:everybody)?$/u],
  [/^_members_access_role$/u, /^$/u],
  [/^rcp_(?:access_level|user_level|subscription_level)$/u, /^(?:all|none|any|0|a:0:\{\})?$/iu],
];

/**
 * The marker that restricts a text to some readers: `[members_only]`; undefined if there is none.
 */
export function findRestriction(
  html: string,
  meta: Iterable<readonly [key: string, value: string]> = [],
): string | undefined {
  const shortcode = shortcodes.exec(html)?.groups?.['name'];
  if (shortcode !== undefined) return `[${shortcode}]`;
  const block = blocks.exec(html)?.groups?.['name'];
  if (block !== undefined) return `the block ${block}`;
  if (cards.test(html)) return 'a card for members';
  for (const [key, value] of meta)
    if (fields.some(([name, everybody]) => name.test(key) && !everybody.test(value)))
      return `${key}: ${value}`;
  return undefined;
}
