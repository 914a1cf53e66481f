/**
 * Adds to a content file of the corpus the fields from which Hugo makes lists and addresses:
 * `sections` from `section`, `months` and `slug` from its path, `2024/05/slug.md` or
 * `2024/05/slug.ko.md`. The body is unchanged. Throws if the path or the content has another
 * form.
 */
export function toHugoContent(path: string, content: string): string {
  const [, year, month, slug] =
    /^(\d{4})[\\/](\d{2})[\\/]([^.\\/]+)(?:\.ko)?\.md$/u.exec(path) ?? [];
  const section = /^section: (\S+)$/mu.exec(content)?.[1];
  if (!slug || !section) throw new Error(`expected an article of the corpus, got ${path}`);
  const fields = `slug: ${slug}\nsections: [${section}]\nmonths: [${year}-${month}]`;
  return content.replace(/^---\n/u, `---\n${fields}\n`);
}
