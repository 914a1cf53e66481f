import type { Story } from '../../content/article/article.ts';
import type { Credit } from '../../content/article/credit.ts';
import { formatWrittenCredit } from '../../content/article/credit.ts';
import type { PictureNotes } from '../../content/article/picture-note.ts';
import { creditOf, type StoryPicture } from '../../content/article/story-pictures.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Place, type Problem, wrongValue } from '../../system/problems/problem.ts';
import { compareText } from './compare-text.ts';

interface Options {
  readonly files: ReadonlySet<string>;
  readonly notes?: PictureNotes;
}

/** A use of a picture file by a story. */
interface Use {
  readonly file: string;
  readonly story: Story;
  readonly picture: StoryPicture;
}

/**
 * Checks the credits of picture files across all stories: a picture or clip in a text without a
 * credit, and contradicting credits for one file. Both are warnings: imported files have no credits, and
 * either of two credits may be right.
 */
export function checkCredits(
  stories: readonly Story[],
  languages: readonly string[],
  { files, notes = new Map() }: Options,
): Problem[] {
  // Originals first: translations should follow them.
  const rank = ({ language }: Story) =>
    languages.indexOf(language) + (languages.includes(language) ? 0 : 1_000);
  const inOrder = stories
    .filter((story) => creditedIn(story).some(({ file }) => file !== undefined))
    .sort((a, b) => rank(a) - rank(b) || compareText(a.path, b.path));
  const uses = inOrder.flatMap((story) =>
    creditedIn(story).flatMap((picture): Use[] =>
      picture.file !== undefined && files.has(picture.file)
        ? [{ file: picture.file, story, picture }]
        : [],
    ),
  );
  return [...Map.groupBy(uses, ({ file }) => file)].flatMap(([file, own]) => [
    ...uncredited(own),
    ...contradicting(file, own, notes, languages),
  ]);
}

function creditedIn({ pictures, clips }: Story): readonly StoryPicture[] {
  return clips.length === 0 ? pictures : [...pictures, ...clips];
}

/** Reports once for an article and its translations. */
function uncredited(uses: readonly Use[]): Problem[] {
  const groups = Map.groupBy(uses, ({ story }) => story.group);
  return [...groups.values()].flatMap((own): Problem[] => {
    const lacking = own.find(
      ({ picture }) => picture.reference !== undefined && !picture.credit,
    );
    if (!lacking) return [];
    const { address = '', place } = lacking.picture;
    const kind = lacking.story.clips.includes(lacking.picture) ? 'clip' : 'picture';
    const cure = `write \`![…](${address} "CAPTION. Credit: NAME via SOURCE")\`, or \`credit: NAME via SOURCE\` in ${lacking.file}.yaml`;
    return [
      {
        severity: 'warning',
        ...place,
        field: `${kind}.credit`,
        message: 'missing',
        cure,
      },
    ];
  });
}

/** The note is authoritative, else the first use. */
function contradicting(
  file: string,
  uses: readonly Use[],
  notes: PictureNotes,
  languages: readonly string[],
): Problem[] {
  const stated = uses.filter(({ picture }) => picture.stated);
  const note = notes.get(file);
  const first = stated[0];
  return stated.flatMap(({ story, picture }): Problem[] => {
    const noted = creditOf(note, story.language, languages);
    const other: { credit?: Credit; place: Place } | undefined =
      note && noted ? { credit: noted, place: note.place } : first?.picture;
    const translated = !noted && first?.story !== story && first?.story.group === story.group;
    const { credit, place } = picture;
    if (!other?.credit || !credit || translated || isSame(credit, other.credit)) return [];
    const { file: path, line, column } = other.place;
    return [
      {
        severity: 'warning',
        ...place,
        field: 'credit',
        message: wrongValue(
          `what ${path}:${line}:${column} says of ${file}: ${quote(formatWrittenCredit(other.credit))}`,
          quote(formatWrittenCredit(credit)),
        ),
        cure: `say it in one place, ${file}.yaml`,
      },
    ];
  });
}

/** URLs are compared only if both are given. */
function isSame(a: Credit, b: Credit): boolean {
  const parts = ['creator', 'source', 'title', 'licence', 'changes'] as const;
  const links = ['creatorUrl', 'sourceUrl', 'licenceUrl'] as const;
  const fold = (text: string | undefined) => text?.toLowerCase();
  return (
    parts.every((part) => fold(a[part]) === fold(b[part])) &&
    links.every((link) => !a[link] || !b[link] || a[link] === b[link])
  );
}
