import { inlineHash } from './inline-hash.ts';

/** The Content-Security-Policy of a whole site, in the three forms in which it is printed. */
export interface ContentPolicy {
  /** For the header of every answer. */
  readonly header: string;
  /**
   * For the `<meta>` of every page but the search. Ends with the sources of styles, so that a page
   * can add the hashes of its own.
   */
  readonly page: string;
  /** For the `<meta>` of the search, in the same form. */
  readonly search: string;
}

export interface InlineParts {
  /** Texts of the `<script>` elements without `src`, data apart, exactly as pages print them. */
  readonly scripts: readonly string[];
  /** Texts of the `<style>` elements. */
  readonly styles: readonly string[];
  /** Origins that pictures may come from, beside the site's own. */
  readonly imageOrigins: readonly string[];
}

/**
 * One policy for all pages: what is not named is refused. A header and a `<meta>` both hold, so
 * each page has the stricter of both.
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
      // No page has a <base>: one that gets in must not turn every link.
      "base-uri 'none'",
      "connect-src 'self'",
      "font-src 'self'",
      "form-action 'self'",
      ["img-src 'self'", ...images].join(' '),
      "manifest-src 'self'",
      "media-src 'self'",
      ["script-src 'self'", ...scriptSources, ...hashes(scripts)].join(' '),
      "worker-src 'self'",
      // The style sheets of paper and of feeds are files. Scripts adopt theirs, which needs no source.
      "style-src 'self'",
    ].join('; ');
  const header = [policy([WASM], shortened(imageOrigins)), ...hashes(styles)].join(' ');
  return {
    header: `${header}; ${HEADER_ONLY}`,
    page: policy([], imageOrigins),
    search: policy([WASM], imageOrigins),
  };
}

/** The search runs WebAssembly: compiling that, and no text as code. */
const WASM = "'wasm-unsafe-eval'";

/** Directives that a `<meta>` must not have (CSP Level 3, 3.3). */
const HEADER_ONLY = "frame-ancestors 'none'";

/** What is left for origins in a header's line, of which hosts refuse one over 2,000 characters. */
const ROOM_FOR_ORIGINS = 900;

/** Too many origins for a header: their schemes there, and each page's `<meta>` has the list. */
function shortened(origins: readonly string[]): readonly string[] {
  if (origins.join(' ').length <= ROOM_FOR_ORIGINS) return origins;
  return [...new Set(origins.map((origin) => new URL(origin).protocol))];
}

/**
 * For documents that come as they are from a folder of articles: opened by their own address
 * they run nothing and ask for nothing.
 */
export const documentPolicy = "default-src 'none'; sandbox";
