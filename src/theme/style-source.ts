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
  const tokens = [...themeTokens.colours, ...themeTokens.brand].join('|');
  const pattern = new RegExp(`(?<=[;{\\s])(${tokens})\\s*:([^;{}]*)`, 'gu');
  return [...css.matchAll(pattern)].flatMap((found): Problem[] => {
    const { index, 1: name = '', 2: value = '' } = found;
    const warning = { severity: 'warning', ...at(index) } as const;
    if (/!\s*important/iu.test(value))
      return [
        {
          ...warning,
          message: `with \`!important\`, ${name} wins over the settings of readers`,
          cure: 'leave it out: a theme wins over the style of Dateline without it',
        },
      ];
    const selector = /[^{};]*$/u.exec(css.slice(0, css.lastIndexOf('{', index)))?.[0] ?? '';
    const isWhole = /(?:^|[\s,])(?::root|html|body)(?![\w-])(?!\[)/u.test(selector);
    if (name === '--brand' || !isWhole || /light-dark\(|var\(/iu.test(value)) return [];
    return [
      {
        ...warning,
        message: wrongValue(
          `a colour for light and one for dark pages in ${name}`,
          `only \`${value.trim()}\``,
        ),
        cure: `write \`${name}: light-dark(${value.trim()}, …)\``,
      },
    ];
  });
}

/** Replaces comments by spaces, so that positions stay the same. Strings stay. */
function withoutComments(css: string): string {
  return css.replaceAll(
    /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|\/\*[\s\S]*?(?:\*\/|$)/gu,
    (found) => (found.startsWith('/*') ? found.replaceAll(/[^\n]/gu, ' ') : found),
  );
}
