/** The parts of a Markdown file. Lines count from 1. */
export interface FrontMatterParts {
  readonly format: 'yaml' | 'toml' | 'none';
  readonly frontMatter: string;
  /** The line where the text of the front matter begins, after the fence. */
  readonly frontMatterLine: number;
  readonly body: string;
  readonly bodyLine: number;
  /** The line of an opening fence that is not closed. */
  readonly unclosedLine?: number;
}

const fences = { '---': 'yaml', '+++': 'toml' } as const;

/**
 * Splits a Markdown text with LF line ends into front matter (YAML between `---`, TOML between
 * `+++`) and body. The fence must be the first line, as in Jekyll and Hugo.
 */
export function splitFrontMatter(text: string): FrontMatterParts {
  const fence = lineAt(text, 0).trimEnd();
  const none = { frontMatter: '', frontMatterLine: 1, body: text, bodyLine: 1 };
  if (fence !== '---' && fence !== '+++') return { format: 'none', ...none };
  const first = nextLine(text, 0);
  let bodyLine = 3;
  for (let at = first; at > 0; at = nextLine(text, at)) {
    const line = lineAt(text, at);
    if (line.trimEnd() === fence)
      return {
        format: fences[fence],
        frontMatter: text.slice(first, Math.max(first, at - 1)),
        frontMatterLine: 2,
        body: text.slice(at + line.length + 1),
        bodyLine,
      };
    bodyLine++;
  }
  return { format: 'none', ...none, unclosedLine: 1 };
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

/** The start of the line after the one at `start`; 0 if that is the last. */
function nextLine(text: string, start: number): number {
  return text.indexOf('\n', start) + 1;
}
