import { type RunKind, runKinds } from '../measure/measurement.ts';
import { formatSpread, type Spread } from './spread.ts';
import { selectBuilds, toSubjectSize } from './subject-size.ts';
import type { Summary } from './summarise.ts';

const width = 760;
const barStart = 140;
const barEnd = 560;
const rowHeight = 24;
const headingHeight = 40;

const headings: Readonly<Record<RunKind, string>> = {
  cold: 'First build, no cache',
  unchanged: 'Nothing changed',
  edited: 'One article edited',
};

// The colours of the page around a picture do not apply in it, so it has a background for both
// colour schemes.
const style = `
  svg { --back: #fff; --ink: #1b1d21; --own: #1f5fa8; --peer: #858a93; }
  @media (prefers-color-scheme: dark) {
    svg { --back: #16181c; --ink: #e8e8e8; --own: #7fb2ec; --peer: #868c96; }
  }
  text { fill: var(--ink); font: 14px system-ui, sans-serif; dominant-baseline: middle; }
  .heading { font-weight: 600; }
  .caption { font-size: 12px; }
  .own { fill: var(--own); }
  .peer { fill: var(--peer); }
  line { stroke: var(--ink); }
`;

/**
 * Draws the seconds of all tools' builds of one size as bars in SVG, with a line from the
 * lowest to the highest. `caption` says where and with which versions was measured. The
 * description for screen readers has the same content.
 */
export function drawChart(summaries: readonly Summary[], caption: string): string {
  const size = toSubjectSize(summaries);
  const builds = selectBuilds(summaries).filter(({ articles }) => articles === size);
  const groups = runKinds
    .map((kind) => ({ kind, rows: builds.filter((one) => one.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);
  const longest = Math.max(...builds.map(({ seconds }) => seconds.most));
  const toLength = (seconds: number) => Math.round(((barEnd - barStart) * seconds) / longest);

  const title = `Seconds to build ${size.toLocaleString('en')} articles`;
  const parts: string[] = [];
  const descriptions: string[] = [];
  let top = headingHeight;
  for (const { kind, rows } of groups) {
    const heading = headings[kind];
    parts.push(text(16, top + headingHeight / 2, heading, 'heading'));
    top += headingHeight;
    const values: string[] = [];
    for (const { tool, seconds } of rows) {
      parts.push(drawRow(top, tool, seconds, toLength));
      values.push(`${tool} ${formatSpread(seconds, 2)}`);
      top += rowHeight;
    }
    descriptions.push(`${heading}: ${values.join(', ')}.`);
  }
  const height = top + headingHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${toXml(title)}</title>
<desc id="description">${toXml([...descriptions, `${caption}.`].join(' '))}</desc>
<style>${style}</style>
<rect width="${width}" height="${height}" style="fill: var(--back)"/>
${text(16, 24, title, 'heading')}
${parts.join('\n')}
${text(16, height - headingHeight / 2, caption, 'caption')}
</svg>
`;
}

function drawRow(
  top: number,
  tool: string,
  seconds: Spread,
  toLength: (seconds: number) => number,
): string {
  const middle = top + rowHeight / 2;
  const [least, median, most] = [seconds.least, seconds.median, seconds.most].map(toLength);
  const isOwn = tool.startsWith('dateline');
  const end = barStart + (most ?? 0);
  const bar = `<rect class="${isOwn ? 'own' : 'peer'}" x="${barStart}" y="${top + 4}" width="${median}" height="${rowHeight - 8}"/>`;
  const range = `<line x1="${barStart + (least ?? 0)}" x2="${end}" y1="${middle}" y2="${middle}"/>`;
  return [
    text(16, middle, tool, isOwn ? 'heading' : ''),
    bar,
    ...(least === most ? [] : [range]),
    text(end + 8, middle, formatSpread(seconds, 2), ''),
  ].join('\n');
}

function text(x: number, y: number, content: string, name: string): string {
  return `<text${name && ` class="${name}"`} x="${x}" y="${y}">${toXml(content)}</text>`;
}

function toXml(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
