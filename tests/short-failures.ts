import { Readable } from 'node:stream';
import type { TestEvent } from 'node:test/reporters';
import { spec } from 'node:test/reporters';

/** Characters of a failed assertion that are shown. */
const maxMessage = 1500;

/** Node's `spec` reporter, without the whole page that `assert.match` prints when it fails. */
export async function* reportShort(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  yield* Readable.from(shortened(source)).compose(new spec());
}

async function* shortened(source: AsyncIterable<TestEvent>): AsyncGenerator<TestEvent> {
  for await (const event of source) {
    if (event.type === 'test:fail') {
      const { details } = event.data;
      const data = { ...event.data, details: { ...details, error: shorten(details.error) } };
      yield { ...event, data } as TestEvent;
    } else yield event;
  }
}

/** A copy of an error, and of its causes, with shorter texts. */
function shorten(error: Error): Error {
  const message = shortenText(error.message);
  const cause = error.cause instanceof Error ? shorten(error.cause) : error.cause;
  const copy = cause === undefined ? new Error(message) : new Error(message, { cause });
  for (const name of ['name', 'code', 'failureType', 'operator', 'actual', 'expected']) {
    const value: unknown = Reflect.get(error, name);
    if (value === undefined) continue;
    const shown = typeof value === 'string' ? shortenText(value) : value;
    Object.defineProperty(copy, name, { value: shown, enumerable: name !== 'name' });
  }
  const stack = error.stack?.replace(error.message, () => message);
  return Object.defineProperty(copy, 'stack', { value: stack });
}

function shortenText(text: string): string {
  const left = text.length - maxMessage;
  return left > 0 ? `${text.slice(0, maxMessage)} … (${left} more characters)` : text;
}
