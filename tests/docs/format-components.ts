import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectRoot } from '../test-site.ts';

const site = join(projectRoot, 'src/site');

/** A property of an interface, as written. */
interface Property {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** The components and layouts of themes, with what they show and their props, as a table. */
export function formatComponents(): string {
  const files = [
    ...readdirSync(join(site, 'components')).map((name) => `components/${name}`),
    'layouts/Page.astro',
    'layouts/Shell.astro',
  ];
  const rows = files
    .filter((file) => file.endsWith('.astro'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(site, file), 'utf8');
      const shows = commentBefore(text, 'Props');
      if (shows === '') throw new Error(`${file}: expected a comment that says what it shows`);
      const props = propertiesOf(text, 'Props').map(
        ({ name, type, comment }) =>
          `\`${name}: ${type.replaceAll('|', '\\|')}\`${comment === '' ? '' : ` (${plain(comment)})`}`,
      );
      return `| \`${file}\` | ${shows} | ${props.join('; ')} |`;
    });
  return ['| File | Shows | Props |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The types that `props` exports, with the names of their properties, as a table. */
export function formatPropTypes(): string {
  const text = readFileSync(join(site, 'props.ts'), 'utf8');
  const rows = [...text.matchAll(/^export type \{ (.+?) \} from '(.+?)';/gmu)].flatMap(
    ([, names = '', from = '']) =>
      names.split(', ').map((name) => {
        const source = readFileSync(resolve(dirname(join(site, 'props.ts')), from), 'utf8');
        return `| \`${name}\` | ${shapeOf(source, name)} |`;
      }),
  );
  return ['| Type | Properties |', '| --- | --- |', ...rows.sort()].join('\n');
}

function shapeOf(source: string, name: string): string {
  const alias = new RegExp(`^export type ${name} =([^;]+);`, 'mu').exec(source)?.[1];
  if (alias !== undefined)
    return `one of \`${alias.replaceAll(/\s*\|\s*|\s+/gu, ' ').trim()}\``;
  const parent = new RegExp(`^export interface ${name} extends (.+) \\{`, 'mu').exec(
    source,
  )?.[1];
  const own = propertiesOf(source, name).map((property) => `\`${property.name}\``);
  return [
    ...(parent === undefined ? [] : [`those of \`${parent.replaceAll('|', '\\|')}\``]),
    ...own,
  ].join(', ');
}

function commentBefore(text: string, name: string): string {
  const found = new RegExp(
    `/\\*\\* ((?:(?!\\*/)[^])*) \\*/\\nexport interface ${name}\\b`,
    'u',
  );
  return (found.exec(text)?.[1] ?? '').replaceAll(/\s*\n \* ?/gu, ' ').trim();
}

/** The properties of an interface, without those of properties. Optional ones end with `?`. */
function propertiesOf(text: string, name: string): Property[] {
  const [, body] =
    new RegExp(`^export interface ${name}\\b[^{]*\\{\\n([^]*?)^\\}`, 'mu').exec(text) ?? [];
  if (body === undefined) throw new Error(`expected an interface ${name}`);
  const found = body.matchAll(
    /(?:^ {2}\/\*\* ([^\n]*) \*\/\n)?^ {2}(?:readonly )?(\w+\??): ([^\n]*?);?$/gmu,
  );
  return [...found].map(([, comment = '', name = '', type = '']) => ({ name, type, comment }));
}

function plain(comment: string): string {
  return comment.replace(/\.$/u, '').replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}
