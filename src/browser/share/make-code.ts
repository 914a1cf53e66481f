import { encode } from 'uqr';

const svg = 'http://www.w3.org/2000/svg';

/** White modules around a QR code (ISO/IEC 18004). */
const quietZone = 4;

/**
 * Draws the QR code of an address as SVG: one unit per module, error correction M. It is dark on
 * light in every theme, since not every camera reads the reverse.
 */
export function makeCode(address: string): SVGElement {
  const { data, size } = encode(address, { ecc: 'M', border: quietZone });
  const picture = make('svg', {
    viewBox: `0 0 ${size} ${size}`,
    role: 'img',
    'aria-label': address,
    'shape-rendering': 'crispEdges',
  });
  picture.append(
    make('rect', { width: `${size}`, height: `${size}`, fill: '#fff' }),
    make('path', { d: toPath(data), fill: '#000' }),
  );
  return picture;
}

/** Converts the dark modules to path data, one subpath for each run in a row. */
export function toPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`];
      }),
    )
    .join('');
}

function make(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(svg, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
