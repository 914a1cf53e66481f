import { toPrintable } from '../problems/printable.ts';

type Write = typeof process.stdout.write;

/** What a line of progress begins with: back to the start of the line, which is then emptied. */
const again = '\r\u001B[K';

/** Writes a line of progress that the next output takes the place of; an empty one removes it. */
export type ShowLine = (text: string) => void;

let shown = false;
let known: ShowLine | undefined;

/**
 * Makes all that this process prints, whoever prints it, harmless for a terminal: the one place
 * through which every text goes. Gives the only way to write over a line.
 */
export function guardOutput(): ShowLine {
  if (known) return known;
  // Colours of other programs would be escaped, too.
  process.env['NO_COLOR'] = '1';
  delete process.env['FORCE_COLOR'];
  const raw: Write = process.stderr.write.bind(process.stderr);
  const showLine: ShowLine = (text) => {
    if (shown) raw(again);
    shown = text !== '';
    if (shown) raw(toPrintable(text));
  };
  for (const stream of [process.stdout, process.stderr]) {
    const write: Write = stream.write.bind(stream);
    const guarded = (chunk: string | Uint8Array, ...rest: unknown[]) => {
      showLine('');
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return (write as (...all: unknown[]) => boolean)(guard(text), ...rest);
    };
    stream.write = guarded as Write;
    // Whoever read what is printed (`| head`) has read enough.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(process.exitCode ?? 0);
    });
  }
  known = showLine;
  return showLine;
}

/** A byte order mark at the beginning and CRLF do nothing in a terminal, and CSV needs both. */
function guard(text: string): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + text.slice(mark.length).split('\r\n').map(toPrintable).join('\r\n');
}
