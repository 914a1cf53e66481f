import type { Story } from '../../content/article/article.ts';
import { featuredIn, type StoryPicture } from '../../content/article/story-pictures.ts';
import { truncate } from '../../language/truncate.ts';
import type { Words } from '../../language/words.ts';
import {
  type CreditView,
  creditLine,
  nameIn,
  notesOf,
  type TextPart,
  toFeaturedCredit,
} from './credit-view.ts';

/** The credits of a story's pictures, film and sound, printed below its text. */
export interface CreditsView {
  readonly featured?: CreditView;
  /** Credits of those in the text. Those with the same credit share an item. */
  readonly others?: { readonly title: string; readonly items: readonly CreditView[] };
}

/** Maximum length of a picture's name in a label, in characters. */
const maxName = 60;

/** `shown`: whether the page shows the featured picture. */
export function creditsOf(story: Story, words: Words, shown: boolean): CreditsView {
  const { pictures, clips, language } = story;
  const featured = featuredIn(story);
  const others = [...pictures, ...clips].filter(
    ({ reference, credit, file }) =>
      reference !== undefined && credit && (file === undefined || file !== featured?.file),
  );
  const items = groupByCredit(others, words, language);
  const title = clips.some(({ credit }) => credit)
    ? words.page.credits
    : words.picture.listTitle;
  return {
    featured: featured?.credit && toFeaturedCredit(featured.credit, words, language, { shown }),
    others: items.length > 0 ? { title, items } : undefined,
  };
}

function groupByCredit(
  pictures: readonly StoryPicture[],
  words: Words,
  language: string,
): CreditView[] {
  const groups = new Map<string, { view: Omit<CreditView, 'label'>; names: Set<string> }>();
  for (const { credit, caption, alt } of pictures) {
    if (!credit) continue;
    const view = {
      line: creditLine(credit, words, language),
      notes: notesOf(credit, words, language),
    };
    const key = JSON.stringify(view);
    const group = groups.get(key) ?? { view, names: new Set() };
    groups.set(key, group);
    const name = caption ?? alt;
    if (name !== '') group.names.add(truncate(name.replace(/[.。]$/u, ''), maxName));
  }
  return [...groups.values()].map(({ view, names }) => ({
    label: labelOf([...names], words, language),
    ...view,
  }));
}

function labelOf(names: readonly string[], words: Words, language: string): TextPart[] {
  if (names.length === 0) return [];
  const parts = names.flatMap((name, index) => [
    ...(index === 0 ? [] : [{ text: ' · ' }]),
    nameIn(language, name),
  ]);
  return [...parts, { text: words.page.labelSeparator }];
}
