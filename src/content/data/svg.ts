import type { Element, ElementContent } from 'hast';

/** The direction and width that drawings of charts assume: that of a column on a phone. */
export const narrowWidth = 320;

export type Anchor = 'start' | 'middle' | 'end';

/** Makes an SVG element. Its properties have their names of hast: `viewBox`, `textAnchor`. */
export function svg(
  tagName: string,
  properties: Readonly<Record<string, string | number | readonly string[]>>,
  children: (ElementContent | undefined)[] = [],
): Element {
  const written = Object.entries(properties).map(([name, value]) => [
    name,
    typeof value === 'number' ? String(value) : value,
  ]);
  return {
    type: 'element',
    tagName,
    properties: Object.fromEntries(written),
    children: children.filter((child) => child !== undefined),
  };
}

/** Rounds to two decimals, so that the bytes are the same on every platform. */
export function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

/** A part of the width in percent, from the start of the line: `12.5%`. */
export type Across = (part: number) => string;

/** Measures from the right where text runs from right to left. */
export function acrossIn(direction: 'ltr' | 'rtl'): Across {
  return (part) => `${round(direction === 'rtl' ? 100 - part : part)}%`;
}

/** A bar from one part of the width to another, in percent. */
export function bar(
  { from, to, y, height, series }: Record<'from' | 'to' | 'y' | 'height' | 'series', number>,
  direction: 'ltr' | 'rtl',
): Element {
  const start = Math.min(from, to);
  const width = Math.abs(to - from);
  return svg('rect', {
    className: [`s${series}`],
    x: `${round(direction === 'rtl' ? 100 - start - width : start)}%`,
    y: round(y),
    width: `${round(width)}%`,
    height: round(height),
  });
}

export function label(
  text: string,
  at: { readonly x: string | number; readonly y: number; readonly dx?: number },
  anchor: Anchor = 'start',
  className?: string,
): Element {
  const { x, y, dx } = at;
  return svg(
    'text',
    {
      ...(className !== undefined && { className: [className] }),
      ...{ x, y: round(y) },
      ...(dx !== undefined && dx !== 0 && { dx: round(dx) }),
      ...(anchor !== 'start' && { textAnchor: anchor }),
    },
    [{ type: 'text', value: text }],
  );
}

const wide =
  /[\u1100-\u115f\u2e80-\u303f\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;

/** The width of a text of 12 px in pixels: estimated, rather too much. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text.normalize('NFC'))
    if (!/\p{M}/u.test(character)) width += wide.test(character) ? 12.5 : 7;
  return width;
}

/** Divides a text into lines of at most this width, at spaces or, without them, anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)|(?<=\p{Script=Han}|[\u3040-\u30ff])/u)) {
    for (const piece of widthOf(word) > width ? [...word] : [word]) {
      if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
  }
  return [...lines, line.trimEnd()].filter((part) => part !== '');
}
