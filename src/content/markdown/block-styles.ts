import type { Element } from 'hast';

interface StyledElements {
  readonly classes?: readonly string[];
  readonly tags?: readonly string[];
}

/**
 * The style sheets of blocks in a text, and the elements that need each. Ordinary text has none of them.
 * Each is a file `src/site/styles/blocks/NAME.css`.
 */
export const blockStyles = {
  boxes: { classes: ['box'] },
  charts: { classes: ['chart'] },
  clips: { tags: ['audio', 'video'] },
  galleries: { classes: ['essay', 'gallery'] },
  people: { classes: ['people'] },
  players: { classes: ['player', 'player-poster'] },
  'pull-quote': { classes: ['pull-quote'] },
  tables: { classes: ['data'], tags: ['table'] },
  timeline: { classes: ['timeline'] },
} as const satisfies Readonly<Record<string, StyledElements>>;

export type BlockStyle = keyof typeof blockStyles;

const rows = Object.entries(blockStyles) as [BlockStyle, StyledElements][];
const byClass = new Map(
  rows.flatMap(([style, { classes = [] }]) => classes.map((name) => [name, style] as const)),
);
const byTag = new Map(
  rows.flatMap(([style, { tags = [] }]) => tags.map((name) => [name, style] as const)),
);

/** The style sheets that an element needs. */
export function stylesOf({ tagName, properties: { className } }: Element): BlockStyle[] {
  const classes = Array.isArray(className) ? className : [];
  return [byTag.get(tagName), ...classes.map((name) => byClass.get(String(name)))].filter(
    (style) => style !== undefined,
  );
}
