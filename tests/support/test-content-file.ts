import type { ContentFile } from '../../src/content/article/content-file.ts';
import { parseContentFileName } from '../../src/content/article/content-file-name.ts';
import { createStory } from '../../src/content/article/create-story.ts';
import type { ContentFields } from '../../src/content/article/front-matter.ts';
import {
  type PublicationSettings,
  parsePublication,
} from '../../src/content/settings/publication-settings.ts';
import { parseWrittenDate } from '../../src/language/news-date.ts';

/** For tests: the settings of a valid `publication.yaml`. */
export function testSettings(yaml = 'languages: [en, ko, zh-Hans]'): PublicationSettings {
  const { publication } = parsePublication(yaml, 'content/publication.yaml', 'daily');
  if (!publication) throw new Error(`not valid: ${yaml}`);
  return publication;
}

/** For tests: a content file as read from `path`, dated 2026-01-06 by default. */
export function testContentFile(
  path: string,
  fields: Omit<ContentFields, 'date'> & { readonly date?: string } = {},
  languages: readonly string[] = testSettings().languages,
): ContentFile {
  const { date = '2026-01-06', ...others } = fields;
  const written = parseWrittenDate(date);
  const name = parseContentFileName(path, languages);
  return {
    path,
    file: `content/${path}`,
    name,
    language: name.language ?? languages[0] ?? 'en',
    fields: { title: path, ...others, ...(written === undefined ? {} : { date: written }) },
    places: {},
    body: {
      key: path,
      lede: '',
      length: { words: 0, minutes: 1 },
      outline: [],
      ids: [],
      references: [],
    },
    warnings: [],
  };
}

/** For tests: the story of such a content file. */
export function testStory(path: string) {
  const content = testContentFile(path);
  const { story } = createStory(content, content, testSettings());
  if (!story) throw new Error(`no story: ${path}`);
  return story;
}
