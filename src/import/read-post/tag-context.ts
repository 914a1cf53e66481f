import type { Certainty } from '../draft.ts';
import type { PostFolder } from './post-folder.ts';

/** Context of converting tags. */
export interface TagContext {
  /** The post's path, relative to the site's root. */
  readonly path: string;
  readonly folder: PostFolder;
  readonly title: string;
  readonly lang: string;
  /** A text value of the site or the post: `['site', 'email']`. */
  valueOf(path: readonly string[]): string | undefined;
  /** Replaces a tag in an address by a placeholder until addresses are rewritten. */
  protect(written: string): string;
  /** `offset` in the body. */
  note(offset: number, field: string, message: string, certainty?: Certainty): void;
}

/** Finds a post by an argument of `ref`, `link` or `post_url`: its path, or the end of it. */
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

/** The address of a path, from which links are resolved. */
export function toRootAddress(path: string, written: string): string {
  return `/${encodeURI(path).replace(/[?#()]/gu, encodeURIComponent)}${/#\S+$/u.exec(written)?.[0] ?? ''}`;
}

/** The text that a generator prints for an address from `toRootAddress`. */
export function addressOfPost(made: string, { folder }: TagContext): string | undefined {
  const path = decodeURIComponent(made.replace(/#.*$/u, '')).slice(1);
  const post = folder.posts.get(path);
  return post === undefined ? undefined : (post.aliases[0] ?? post.title ?? `${post.name}.md`);
}

/** Parsed arguments of a shortcode. */
export interface TagArguments {
  /** Values without a name, in order, unquoted. */
  readonly values: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

const part =
  /\s*,?\s*(?:(?<name>[\w-]+)\s*[:=]\s*)?(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|`(?<raw>[^`]*)`|“(?<curly>[^”]*)”|(?<bare>[^\s"'`,“]+))(?=\s|,|$)/uy;

/**
 * Parses arguments of a shortcode or tag: `"a.png" "A bridge"`, `src="a.png" alt="A bridge"`,
 * `src: 'a.png', alt: 'A bridge'`. Undefined if any part is not understood.
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
