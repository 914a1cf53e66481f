/** The parts of a Markdown copy. Lines count from 1 in the file. */
export interface CopyParts {
  readonly format: 'yaml' | 'toml' | 'none';
  readonly frontMatter: string;
  /** Line at which the front matter's own text begins (after the fence). */
  readonly frontMatterLine: number;
  readonly body: string;
  readonly bodyLine: number;
  /** Line of an opening fence that nothing closes. */
  readonly unclosedLine?: number;
}

const fences = { '---': 'yaml', '+++': 'toml' } as const;

/**
 * Cuts a copy with LF line ends into front matter (YAML between `---`, TOML between `+++`) and
 * body. The fence must be the first line, as in Jekyll and Hugo.
 */
export function splitCopy(text: string): CopyParts {
  const lines = text.split('\n');
  const fence = lines[0]?.trimEnd() ?? '';
  const none = { frontMatter: '', frontMatterLine: 1, body: text, bodyLine: 1 };
  if (fence !== '---' && fence !== '+++') return { format: 'none', ...none };
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
  if (end < 0) return { format: 'none', ...none, unclosedLine: 1 };
  return {
    format: fences[fence],
    frontMatter: lines.slice(1, end).join('\n'),
    frontMatterLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}
