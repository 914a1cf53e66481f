import type { Drafts, ImportOptions, SourceFile } from './draft.ts';
import { kindOfSource } from './kind-of-source.ts';
import { readText } from './read-text/read-text.ts';

/** A source of any kind -> drafts. `folder` is where a post's site is looked for. */
export async function readSource(
  file: SourceFile,
  options: ImportOptions,
  folder: string | undefined,
): Promise<Drafts> {
  const refuse = (reason: string) => ({
    drafts: [],
    refused: [{ source: file.source, reason }],
  });
  switch (kindOfSource(file)) {
    case 'text':
      return readText(file, options);
    case 'html': {
      const { readHtml } = await later('./read-html/read-html.ts');
      return readHtml(file, options);
    }
    case 'feed': {
      const { readFeed } = await later('./read-feed/read-feed.ts');
      return readFeed(file, options);
    }
    case 'post': {
      const { readPost } = await later('./read-post/read-post.ts');
      const { loadPostFolder } = await later('./read-post/load-post-folder.ts');
      return readPost(file, options, folder && (await loadPostFolder(folder)));
    }
    default:
      return refuse('it is no text; give an article as text, HTML, Markdown or a feed');
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the modules are still being written
function later(path: string): Promise<any> {
  return import(new URL(path, import.meta.url).href);
}
