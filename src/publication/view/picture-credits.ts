import type { Story } from '../../content/article/article.ts';
import type { StoryPicture } from '../../content/article/story-pictures.ts';
import type { Words } from '../../language/words.ts';
import {
  type CreditView,
  creditLine,
  nameIn,
  notesOf,
  type TextPart,
  toFeaturedCredit,
} from './credit-view.ts';

/** The credits of an article's pictures, below its text. */
export interface CreditsView {
  readonly featured?: CreditView;
  /** Of the pictures in the text; the same credit stands once, for all that it belongs to. */
  readonly others?: { readonly title: string; readonly items: readonly CreditView[] };
}

/** Characters that tell which picture is meant. */
const longest = 60;

/** `shown` tells whether the copy brought its featured picture. */
export function creditsOf(story: Story, words: Words, shown: boolean): CreditsView {
  const { pictures, language } = story;
  const featured = pictures.find(({ reference }) => reference === undefined);
  const others = pictures.filter(
    ({ reference, credit, file }) =>
      reference !== undefined && credit && (file === undefined || file !== featured?.file),
  );
  const items = groupByCredit(others, words, language);
  return {
    ...(featured?.credit
      ? { featured: toFeaturedCredit(featured.credit, words, language, shown) }
      : {}),
    ...(items.length > 0 ? { others: { title: words.picture.listTitle, items } } : {}),
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
    if (name !== '') group.names.add(cut(name));
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

function cut(name: string): string {
  const characters = [...name.replace(/[.。]$/u, '')];
  return characters.length <= longest
    ? characters.join('')
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
