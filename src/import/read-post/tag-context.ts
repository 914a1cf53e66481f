import type { Certainty } from '../draft.ts';
import type { PostFolder } from './post-folder.ts';

/** What the conversion of tags needs to know, and where it reports to. */
export interface TagContext {
  /** Of the post, below the site's root. */
  readonly path: string;
  readonly folder: PostFolder;
  readonly title: string;
  readonly lang: string;
  /** A text of the site or the post by the path of its value: `['site', 'email']`. */
  valueOf(path: readonly string[]): string | undefined;
  /** Keeps a tag that is in an address; gives what takes its place until addresses are read. */
  hold(written: string): string;
  /** `offset` in the body. */
  note(offset: number, field: string, message: string, certainty?: Certainty): void;
}

/** A post by what `ref`, `link` and `post_url` call it: its path, or the end of it. */
export function findPost(written: string, { folder, path }: TagContext): string | undefined {
  const name = written
    .trim()
    .replace(/^\.?\//u, '')
    .replace(/#.*$/u, '');
  const beside = [...path.split('/').slice(0, -1), name].join('/');
  const forms = (base: string) => [base, `${base}.md`, `${base}.markdown`, `${base}/index.md`];
  for (const form of [...forms(beside), ...forms(name), ...forms(`content/${name}`)])
    if (folder.posts.has(form)) return form;
  const ends = forms(name).map((form) => `/${form}`);
  const found = [...folder.posts.keys()].filter((post) =>
    ends.some((end) => `/${post}`.endsWith(end)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** A path below the site's root as an address in the text, which links are resolved from. */
export function toRootAddress(path: string, written: string): string {
  return `/${encodeURI(path).replace(/[?#()]/gu, encodeURIComponent)}${/#\S+$/u.exec(written)?.[0] ?? ''}`;
}

/** What a generator prints for a post's address, which `toRootAddress` made. */
export function addressOfPost(made: string, { folder }: TagContext): string | undefined {
  const path = decodeURIComponent(made.replace(/#.*$/u, '')).slice(1);
  const post = folder.posts.get(path);
  return post === undefined ? undefined : (post.aliases[0] ?? post.title ?? `${post.name}.md`);
}

/** What stands in a shortcode behind its name. */
export interface TagArguments {
  /** Values without a name, in order, without their quotes. */
  readonly values: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

const part =
  /\s*,?\s*(?:(?<name>[\w-]+)\s*[:=]\s*)?(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|`(?<raw>[^`]*)`|“(?<curly>[^”]*)”|(?<bare>[^\s"'`,“]+))(?=\s|,|$)/uy;

/**
 * The arguments of a shortcode or tag: `"a.png" "A bridge"`, `src="a.png" alt="A bridge"`,
 * `src: 'a.png', alt: 'A bridge'`. Undefined where not every word of it is understood.
 */
export function parseTag(text: string): TagArguments | undefined {
  const values: string[] = [];
  const named = new Map<string, string>();
  const whole = text.trim();
  part.lastIndex = 0;
  while (part.lastIndex < whole.length) {
    const groups = part.exec(whole)?.groups;
    if (!groups) return undefined;
    const { name, double, single, raw, curly, bare } = groups;
    const quoted = double ?? single;
    const value = quoted?.replace(/\\(["'\\])/gu, '$1') ?? raw ?? curly ?? bare ?? '';
    if (name === undefined) values.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { values, named };
}
