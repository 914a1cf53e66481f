import { inlineHash } from './inline-hash.ts';

/** The Content-Security-Policy of a site in its three forms. */
export interface ContentPolicy {
  /** For the header of every answer. */
  readonly header: string;
  /**
   * For the `<meta>` of every page except the search. It ends with the sources of styles, so that a
   * page can add the hashes of its own styles.
   */
  readonly page: string;
  /** For the `<meta>` of the search, in the same form. */
  readonly search: string;
}

export interface InlineParts {
  /** Texts of inline `<script>` elements, except data, exactly as pages print them. */
  readonly scripts: readonly string[];
  /** Texts of `<style>` elements. */
  readonly styles: readonly string[];
  /** Origins of pictures, besides the site itself. */
  readonly imageOrigins: readonly string[];
}

/**
 * Creates one policy for all pages, which denies everything that it does not list. Browsers enforce
 * both the header and the `<meta>`.
 */
export function createContentPolicy({
  scripts,
  styles,
  imageOrigins,
}: InlineParts): ContentPolicy {
  const hashes = (texts: readonly string[]) => [...new Set(texts)].map(inlineHash);
  const policy = (scriptSources: readonly string[], images: readonly string[]) =>
    [
      "default-src 'none'",
      // No page has a <base>; an injected one would redirect every link.
      "base-uri 'none'",
      "connect-src 'self'",
      "font-src 'self'",
      "form-action 'self'",
      ["img-src 'self'", ...images].join(' '),
      "manifest-src 'self'",
      "media-src 'self'",
      ["script-src 'self'", ...scriptSources, ...hashes(scripts)].join(' '),
      "worker-src 'self'",
      // Print and feed styles are files. Scripts adopt style sheets, which needs no source.
      "style-src 'self'",
    ].join('; ');
  const header = (images: readonly string[]) =>
    `${[policy([WASM], images), ...hashes(styles)].join(' ')}; ${HEADER_ONLY}`;
  const exact = header(imageOrigins);
  return {
    // With too many origins, it lists their schemes; the `<meta>` of pages has them all.
    header: exact.length <= maxHeader ? exact : header(schemesOf(imageOrigins)),
    page: policy([], imageOrigins),
    search: policy([WASM], imageOrigins),
  };
}

/** Allows compiling WebAssembly, which the search needs, but not evaluating text. */
const WASM = "'wasm-unsafe-eval'";

/** Directives that are not allowed in a `<meta>` (CSP Level 3, 3.3). */
const HEADER_ONLY = "frame-ancestors 'none'";

/** Characters of the header's value. Hosts reject a line of more than 2,000, its name included. */
const maxHeader = 2000 - '  Content-Security-Policy: '.length;

function schemesOf(origins: readonly string[]): readonly string[] {
  return [...new Set(origins.map((origin) => new URL(origin).protocol))];
}

/**
 * For documents that are copied from the content folder: opened at their own address, they run no
 * script and load nothing.
 */
export const documentPolicy = "default-src 'none'; sandbox";
