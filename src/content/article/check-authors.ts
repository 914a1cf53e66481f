import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import { type ContentFile, placeOf } from './content-file.ts';

/** A name of two or three capitalized words. */
const fullName = String.raw`(?:\p{Lu}[\p{L}\p{M}.’'-]*[ \u00a0]){1,2}\p{Lu}[\p{L}\p{M}.’'-]+`;
const korean = String.raw`\p{Script=Hangul}{2,4}`;
const han = String.raw`[\p{Script=Han}々]{2,5}`;

/** Separators of two names. Not `&`, which firms use, and not `·`, which names in Chinese use. */
const severalNames: readonly RegExp[] = [
  new RegExp(
    `^(?<one>${fullName})(?:,? (?:and|und|et|y|e) |[,;、，] ?| / )(?<other>${fullName})`,
    'u',
  ),
  new RegExp(
    String.raw`^(?<one>${korean})(?: ?[,，、;·ㆍ/] ?)(?<other>${korean})(?!\p{L})`,
    'u',
  ),
  new RegExp(String.raw`^(?<one>${han})[,，、;；/] ?(?<other>${han})(?!\p{L})`, 'u'),
];

/**
 * Warns about an author that is probably two people (structured data would name one person), or
 * that begins with the word before a byline, which pages add themselves.
 */
export function checkAuthors(content: ContentFile): Problem[] {
  return (content.fields.authors ?? []).flatMap(({ name }, index) => {
    const warn = (expected: string, cure: string): Problem[] => {
      const field = `authors.${index}`;
      const place =
        [`${field}.name`, field, 'authors'].find((item) => content.places[item]) ?? field;
      const at = { ...placeOf(content, place), field: 'authors' };
      return [{ severity: 'warning', ...at, message: wrongValue(expected, quote(name)), cure }];
    };
    for (const pattern of severalNames) {
      const { one, other } = pattern.exec(name)?.groups ?? {};
      if (one && other)
        return warn('one name for each author', `write \`authors: [${one}, ${other}]\``);
    }
    const without = /^by:? (?<name>\p{Lu}.*)/iu.exec(name)?.groups?.['name'];
    return without === undefined
      ? []
      : warn('a name', `pages print “By” themselves; write \`${without}\``);
  });
}
