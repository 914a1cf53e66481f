import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { themeTokens } from './theme-tokens.ts';

/**
 * Checks the text of a style sheet for what the bundler does not see: addresses that it leaves as they
 * are, and colours that would be wrong in the dark. `file` is named as problems name it.
 */
export function checkStyleSource(text: string, file: string): Problem[] {
  const css = withoutComments(text);
  const at = (index: number) => {
    const before = text.slice(0, index);
    const line = before.split('\n').length;
    return { file, line, column: index - (before.lastIndexOf('\n') + 1) + 1, field: 'style' };
  };
  return [
    ...[...css.matchAll(/(--[\w-]+)\s*:[^;{}]*?\burl\(\s*["']?(?![\s"'#])/gu)].map(
      ({ index, 1: name = '' }): Problem => ({
        ...{ severity: 'error', ...at(index) },
        message: `an address in the custom property ${name} does not become a file of the site`,
        cure: 'write `url(…)` in the property that uses it',
      }),
    ),
    ...[...css.matchAll(/image-set\((?:[^()]|\([^()]*\))*\)/giu)]
      .filter(([set]) => /["']/u.test(set.replaceAll(/(?:url|type)\([^()]*\)/giu, '')))
      .map(
        ({ index }): Problem => ({
          ...{ severity: 'error', ...at(index) },
          message:
            'a name without `url(…)` in `image-set(…)` does not become a file of the site',
          cure: 'write `image-set(url("./picture.png") 1x, …)`',
        }),
      ),
    ...checkColours(css, at),
  ];
}

type PlaceAt = (index: number) => Pick<Problem, 'file' | 'line' | 'column' | 'field'>;

/** Warns of colours of whole pages that dark pages have too, and that readers cannot change. */
function checkColours(css: string, at: PlaceAt): Problem[] {
  const tokens: readonly string[] = [...themeTokens.colours, ...themeTokens.brand];
  return declarationsOf(css).flatMap(({ index, name, value, around }): Problem[] => {
    const token = tokens.includes(name) ? name : tokenFor[name];
    if (token === undefined) return [];
    if (name === token && /!\s*important/iu.test(value))
      return [
        {
          ...{ severity: 'warning', ...at(index) },
          message: `with \`!important\`, ${name} wins over the settings of readers`,
          cure: 'leave it out: a theme wins over the style of Dateline without it',
        },
      ];
    if (name === '--brand' || /light-dark\(|var\(/iu.test(value)) return [];
    if (name !== token && isNeutral(value)) return [];
    // Paper has no dark pages, and the colour outside of such a query is reported.
    if (around.some((prelude) => /\bprint\b|prefers-color-scheme/iu.test(prelude))) return [];
    if (!isWholePage(around.at(-1) ?? '')) return [];
    return [
      {
        ...{ severity: 'warning', ...at(index) },
        message: wrongValue(
          `a colour for light and one for dark pages in ${name}`,
          `only \`${value}\``,
        ),
        cure: `write \`${token}: light-dark(${value}, …)\``,
      },
    ];
  });
}

interface Declaration {
  readonly index: number;
  readonly name: string;
  readonly value: string;
  /** What is before the `{` of each block around it, from the outside. */
  readonly around: readonly string[];
}

/** Finds the declarations of a style sheet without comments, in one pass. */
function declarationsOf(css: string): Declaration[] {
  const found: Declaration[] = [];
  const around: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of css.matchAll(
    /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|[{};]/gu,
  )) {
    if (mark.length > 1) continue;
    const text = css.slice(start, index);
    const [, space = '', name, value = ''] = /^(\s*)([\w-]+)\s*:([\s\S]*)$/u.exec(text) ?? [];
    if (mark !== '{' && name !== undefined)
      found.push({
        ...{ index: start + space.length, name, value: value.trim() },
        around: [...around],
      });
    if (mark === '{') around.push(text);
    if (mark === '}') around.pop();
    start = index + 1;
  }
  return found;
}

/** Whether a selector is that of whole pages, in any of its settings. */
function isWholePage(selector: string): boolean {
  return selector
    .split(',')
    .some((one) => /(?:^|[\s>])(?::root|html|body)(?![\w-])[^\s>+~[]*$/u.test(one.trim()));
}

/** Properties of the whole page that have a token. */
const tokenFor: Readonly<Record<string, string>> = {
  background: '--paper',
  'background-color': '--paper',
  color: '--ink',
};

/** Whether a value of a background or of text has no colour of its own. */
function isNeutral(value: string): boolean {
  return /\burl\(|gradient\(|^\s*(?:none|transparent|currentcolor|inherit|initial|unset|revert(?:-layer)?)\s*(?:!|$)/iu.test(
    value,
  );
}

/** Replaces comments by spaces, so that positions stay the same. Strings stay. */
function withoutComments(css: string): string {
  return css.replaceAll(
    /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|\/\*[\s\S]*?(?:\*\/|$)/gu,
    (found) => (found.startsWith('/*') ? found.replaceAll(/[^\n]/gu, ' ') : found),
  );
}
