/** The parts of a document besides its text. */
export interface InlineParts {
  /** The content of all `<style>` elements. */
  readonly css: string;
  /** The content of all `<script>` elements that browsers run, without data such as JSON-LD. */
  readonly js: string;
  /** The document without these scripts. */
  readonly withoutJs: string;
  /** The document without both. */
  readonly rest: string;
}

const style = /<style\b[^>]*>(.*?)<\/style>/gisu;
const runs = /^(?:module|(?:text|application)\/javascript)?$/iu;
const script = /<script\b([^>]*)>(.*?)<\/script>/gisu;

/** Separates style sheets and scripts from the HTML of a document. Attributes count as HTML. */
export function splitHtml(html: string): InlineParts {
  const css: string[] = [];
  const js: string[] = [];
  const withoutJs = html.replace(script, (element, attributes: string, content: string) => {
    const type = /\btype\s*=\s*["']?([^"'\s>]*)/iu.exec(attributes)?.[1] ?? '';
    if (content === '' || !runs.test(type)) return element;
    js.push(content);
    return element.replace(content, '');
  });
  const rest = withoutJs.replace(style, (element, content: string) => {
    css.push(content);
    return element.replace(content, '');
  });
  return { css: css.join('\n'), js: js.join('\n'), withoutJs, rest };
}
