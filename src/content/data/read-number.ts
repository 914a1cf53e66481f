/** The sign between the whole part of a number and its decimals. */
export type DecimalSign = '.' | ',';

const zeros = [0x660, 0x6f0, 0xff10];

/** Marks that agencies of statistics print for a value that does not exist or is not known. */
const missing = /^(?:|n\.?\s?[ad]\.?|n\/[ad]|nan|null|[-–—−]|\.{1,3}|…|:|x)$/iu;

/** Whether a cell says that there is no value: it is empty, or has a mark such as `–` or `n/a`. */
export function isMissing(text: string): boolean {
  return missing.test(text.trim());
}

/**
 * Parses a number as people and spreadsheets write it: `1,234.5`, `1.234,5`, `1 234`, `−3`, `(3)`,
 * `12 %`, `€5`, `٣`. Undefined for any other text, and where groups of digits are not of three.
 */
export function parseNumber(text: string, decimal: DecimalSign): number | undefined {
  const found = partsOf(text);
  if (found === undefined) return undefined;
  const { digits, negative } = found;
  const group = decimal === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || fraction?.includes(group)) return undefined;
  const groups = whole.split(group);
  if (groups.length > 1 && !groups.every((part, index) => isGroup(part, index)))
    return undefined;
  const value = Number(`${groups.join('') || '0'}.${fraction || '0'}`);
  return negative && value !== 0 ? -value : value;
}

function isGroup(digits: string, index: number): boolean {
  return index === 0 ? /^\d{1,3}$/u.test(digits) : /^\d{3}$/u.test(digits);
}

/** A number without units, spaces and its sign: digits, commas and full stops. */
function partsOf(text: string): { digits: string; negative: boolean } | undefined {
  const bare = toLatinDigits(text.trim())
    .replace(/٫/gu, ',')
    .replace(/٬/gu, '.')
    .replace(/^(?<sign>[-−–+]?)\s*\p{Sc}\s*/u, '$<sign>')
    .replace(/\s*(?:\p{Sc}|[%‰٪]|°[CF]?)$/u, '');
  const inBrackets = /^\((?<inner>[^()]+)\)$/u.exec(bare)?.groups?.['inner'];
  const [, sign = '', rest = ''] =
    /^(?<sign>[-−–+]?)(?<rest>.*)$/su.exec(inBrackets ?? bare) ?? [];
  const digits = rest.trim().replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/gu, '');
  if (!/^(?=.*\d)[\d.,]{1,30}$/u.test(digits)) return undefined;
  return { digits, negative: inBrackets !== undefined || /[-−–]/u.test(sign) };
}

function toLatinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => code >= start && code < start + 10) ?? 0;
    return String(code - zero);
  });
}

/**
 * Finds which sign begins the decimals in the numbers of a table. `1,234` alone could be either:
 * then `fallback` counts.
 */
export function findDecimalSign(cells: Iterable<string>, fallback: DecimalSign): DecimalSign {
  let [points, commas] = [0, 0];
  for (const cell of cells) {
    const digits = partsOf(cell)?.digits;
    if (digits === undefined) continue;
    const sign = certainSign(digits);
    if (sign === '.') points++;
    else if (sign === ',') commas++;
  }
  if (points === commas) return fallback;
  return points > commas ? '.' : ',';
}

function certainSign(digits: string): DecimalSign | undefined {
  const last = /[.,](?=\d*$)/u.exec(digits)?.[0] as DecimalSign | undefined;
  if (last === undefined) return undefined;
  const other = last === '.' ? ',' : '.';
  const count = digits.split(last).length - 1;
  if (count > 1) return other;
  if (digits.includes(other)) return last;
  const [whole = '', fraction = ''] = digits.split(last);
  return fraction.length === 3 && /^[1-9]\d{0,2}$/u.test(whole) ? undefined : last;
}

/** The number of decimals of a number as written. */
export function decimalsOf(text: string, decimal: DecimalSign): number {
  return partsOf(text)?.digits.split(decimal)[1]?.length ?? 0;
}
