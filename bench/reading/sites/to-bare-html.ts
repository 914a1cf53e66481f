import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { ReadingArticle } from '../articles/reading-article.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);

/**
 * Formats an article as a minimal, correct and readable page: no style, script or menu. A
 * picture is included unchanged.
 */
export function toBareHtml({ title, summary, body, picture }: ReadingArticle): string {
  const img = picture
    ? `<p><img src="${picture.file}" alt="${escapeHtml(picture.alt)}" width="${picture.width}" height="${picture.height}"></p>\n`
    : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(summary)}">
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(summary)}</p>
${img}${toHtml(processor.runSync(processor.parse(body)))}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
}
