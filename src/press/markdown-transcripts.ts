import { escapeMarkdown } from '../content/markdown/escape-text.ts';
import { languageName } from '../language/language-name.ts';
import { clipsOf } from '../publication/view/clip-view.ts';
import type { TextInputs } from '../publication/view/story-inputs.ts';
import { type ViewContext, wordsOf } from '../publication/view/view-context.ts';

/**
 * The words of the films and recordings of a story in Markdown, below its text: empty without any. A
 * page has them below each player; Markdown only names the file.
 */
export function markdownTranscripts(view: ViewContext, inputs: TextInputs): string {
  const { language } = inputs.story;
  const words = wordsOf(view, language);
  const blocks = clipsOf(view, inputs).flatMap(({ clip: { label, transcript } }) => {
    if (transcript === undefined) return [];
    const isForeign = transcript.language !== language;
    const name = isForeign ? ` (${languageName(transcript.language)})` : '';
    const title = [words.clip.transcript + name, label].filter((part) => part !== '');
    return [
      `**${escapeMarkdown(title.join(words.page.labelSeparator))}**`,
      // A line of colons would begin or end a block.
      ...transcript.words.map((text) => escapeMarkdown(text).replace(/^[ \t]*:::/gmu, '\\$&')),
    ];
  });
  return blocks.map((block) => `\n${block}\n`).join('');
}
