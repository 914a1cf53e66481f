import { toPrintable } from '../problems/printable.ts';

type Write = typeof process.stdout.write;

/** Returns to the start of the line and clears it. */
const clearLine = '\r\u001B[K';

/** Shows a line of progress that the next output replaces; an empty text removes it. */
export type ShowLine = (text: string) => void;

let shown = false;
let known: ShowLine | undefined;

/**
 * Escapes control characters in everything that this process prints. Returns the only function that
 * can overwrite a line.
 */
export function guardOutput(): ShowLine {
  if (known) return known;
  // Colours of libraries would be escaped, too.
  process.env['NO_COLOR'] = '1';
  delete process.env['FORCE_COLOR'];
  const raw: Write = process.stderr.write.bind(process.stderr);
  const showLine: ShowLine = (text) => {
    if (shown) raw(clearLine);
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
    // The reader of a pipe (`| head`) has closed it.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(process.exitCode ?? 0);
    });
  }
  known = showLine;
  return showLine;
}

/** Keeps an initial byte order mark and CRLF, which CSV needs and a terminal ignores. */
function guard(text: string): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + text.slice(mark.length).split('\r\n').map(toPrintable).join('\r\n');
}
