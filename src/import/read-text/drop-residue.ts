import type { Note } from '../draft.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** Drops lines that are residue of a web page, and notes each with its text. */
export function dropTextResidue(given: readonly Paragraph[]): {
  readonly paragraphs: readonly Paragraph[];
  readonly notes: readonly Note[];
} {
  const notes: Note[] = [];
  const paragraphs = given.flatMap((paragraph) => {
    const lines = paragraph.lines.filter((text, index) => {
      if (!isResidue(text)) return true;
      const place = { line: paragraph.line + index, column: paragraph.column };
      notes.push({
        ...place,
        field: 'dropped',
        message: `"${text}": residue of a web page`,
        certainty: 'likely',
      });
      return false;
    });
    const line = paragraph.line + paragraph.lines.indexOf(lines[0] ?? '');
    return lines.length === 0 ? [] : [{ ...paragraph, line, lines }];
  });
  return { paragraphs, notes };
}

/**
 * Lines that copying from a web page leaves between paragraphs: buttons, notices and invitations
 * that are not part of the article.
 */
const lines: readonly RegExp[] = [
  /^(?:advertisement|advertisements|sponsored(?: content)?|promoted|ad|anzeige|publicité|publicidad|광고|広告)$/iu,
  /^(?:the )?(?:story|article) continues (?:below|after)(?: (?:this |the )?advertisement)?\.?$/iu,
  /^(?:scroll|keep scrolling) (?:down )?to (?:continue|read)(?: reading)?\.?$/iu,
  /^(?:read|see|show|load) (?:more|less|all)(?:\s*(?:[.…»›→>]|\.\.\.))*$/iu,
  /^(?:read more|also read|read also|see also|related|more on this(?: story)?|recommended)\s*[:|»→-]\s*\S.*$/iu,
  /^(?:related (?:articles|stories|topics)|most read|most popular|more from .{1,40}|you may also like)$/iu,
  /^(?:continue reading|read the full (?:story|article)|back to top|skip to (?:main )?content)(?:\s*[.…»›→>])*$/iu,
  /^(?:share|tweet|pin|print|e-?mail|save|copy link|copied!?|facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|messenger|bluesky|threads)$/iu,
  /^share(?: (?:this|on|via|with|to)\b.{0,60}| (?:article|story|page))$/iu,
  /^(?:(?:share|tweet|pin|print|e-?mail|save|copy link|facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|kakaotalk|line)[\s|·•,/]+)+(?:share|tweet|pin|print|e-?mail|save|copy link|facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|kakaotalk|line)$/iu,
  /^(?:follow|like|find|join) us on \S.{0,80}$/iu,
  /^(?:subscribe|sign up|register)(?: (?:now|today|here|free))?(?:$| (?:to|for|and) (?:our|the|get|receive|read|continue|unlimited|free|weekly|daily)\b.{0,160}$)/iu,
  /^(?:already )?(?:a|have an?)?\s*(?:subscriber|account|member)\?.{0,60}$/iu,
  /^(?:log in|sign in|sign up|my account|menu|search|close|loading\.*|comments?(?: \(\d+\))?|leave a (?:comment|reply))$/iu,
  /^(?:we|this (?:web ?)?site|this page|our (?:web ?)?site)\b.{0,60}\b(?:use|uses|using) (?:of )?cookies\b.{0,200}$/iu,
  /^by (?:continuing|using|clicking|browsing)\b.{0,160}\b(?:cookies|terms of (?:use|service)|privacy policy)\b.{0,80}$/iu,
  /^(?:accept|reject|allow|manage)(?: all)?(?: cookies| preferences)?$/iu,
  /^(?:get|receive) (?:the|our) (?:latest|best|top) .{0,60}\b(?:inbox|newsletter)\b.{0,40}$/iu,
  /^(?:share this (?:article|story|post|page)|공유하기|구독하기|기사 공유|記事をシェア|シェアする|続きを読む|더보기)$/iu,
];

/** Whether a line is residue of a web page. */
function isResidue(line: string): boolean {
  return line.length <= 300 && lines.some((pattern) => pattern.test(line));
}
