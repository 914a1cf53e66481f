import { type Engine, engineTable } from './engine-table.ts';

/** One of the parts into which a build is divided. */
export interface Shard {
  /** From 0 to `count - 1`. */
  readonly index: number;
  /** From 1 to `maxShards`. */
  readonly count: number;
}

/** A shard has at least one of the 256 buckets of the work. */
export const maxShards = 256;

/** A position that is wrong, or not known. The message says how to give it. */
export class ShardError extends Error {
  override readonly name = 'ShardError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Which shard this process is to do: from the option `--shard`, else from the setting `SHARD`, else from
 * the variables of the engine that started it (`engineTable`). Undefined if none of these is given.
 * Empty variables count as unset.
 *
 * @throws {ShardError} for a wrong value, for an engine that does not say how many tasks there are while
 *   `SHARD_COUNT` is not set, and for two engines that say different things
 */
export function shardPosition(
  { shard }: { readonly shard?: string },
  environment: Environment,
): Shard | undefined {
  if (shard !== undefined) return parseShard('--shard', shard);
  const own = environment['SHARD'];
  if (own) return parseShard('SHARD', own);
  const count = readCount(environment);
  const found = engineTable
    .filter(({ index }) => environment[index])
    .filter((engine: Engine) => !engine.onlyWith || environment[engine.onlyWith])
    .map((engine) => ({ engine, position: positionIn(engine, environment, count) }));
  const [first, ...others] = found;
  const other = others.find(({ position }) => !isSame(position, first?.position));
  if (first === undefined || other === undefined) return first?.position;
  throw new ShardError(
    `${first.engine.index} says shard ${formatShard(first.position)}, and ${other.engine.index} says ${formatShard(other.position)}: set SHARD to one of them`,
  );
}

/** `3/16`: as the option and the setting have it, counted from 1. */
export function formatShard({ index, count }: Shard): string {
  return `${index + 1}/${count}`;
}

function isSame(a: Shard, b: Shard | undefined): boolean {
  return a.index === b?.index && a.count === b.count;
}

const form = 'I/N such as 3/16: the third of 16 shards';

function parseShard(name: string, text: string): Shard {
  const [, place, number] = /^(\d{1,9})\/(\d{1,9})$/u.exec(text.trim()) ?? [];
  const [position, count] = [Number(place), Number(number)];
  const expect = (expected: string) =>
    new ShardError(`${name}: expected ${expected}, got ${JSON.stringify(text)}`);
  if (place === undefined || number === undefined) throw expect(form);
  if (count < 1 || count > maxShards) throw expect(`a number of shards from 1 to ${maxShards}`);
  if (position < 1 || position > count)
    throw expect(`a shard from 1 to ${count} (shards are counted from 1)`);
  return { index: position - 1, count };
}

/** `SHARD_COUNT`: the number of shards where the engine does not say it. */
function readCount(environment: Environment): number | undefined {
  const text = environment['SHARD_COUNT'];
  if (!text) return undefined;
  const count = parseNumber(text);
  if (count !== undefined && count >= 1 && count <= maxShards) return count;
  throw new ShardError(
    `SHARD_COUNT: expected a number of shards from 1 to ${maxShards}, got ${JSON.stringify(text)}`,
  );
}

function parseNumber(text: string): number | undefined {
  return /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

function positionIn(engine: Engine, environment: Environment, count?: number): Shard {
  const read = (variable: string): number | undefined => {
    const text = environment[variable];
    if (!text) return undefined;
    const value = parseNumber(text);
    if (value !== undefined) return value;
    throw new ShardError(
      `${variable}: expected a whole number, got ${JSON.stringify(text)}; set SHARD=I/N`,
    );
  };
  const number = read(engine.index) ?? 0;
  const tasks = engine.count === undefined ? count : (read(engine.count) ?? count);
  if (tasks === undefined)
    throw new ShardError(
      `${engine.index} is ${number}, but nothing says how many shards there are: set SHARD_COUNT`,
    );
  if (tasks < 1 || tasks > maxShards)
    throw new ShardError(
      `${engine.count}: expected from 1 to ${maxShards} tasks, got ${tasks}; start fewer`,
    );
  const first = typeof engine.first === 'number' ? engine.first : (read(engine.first) ?? 0);
  const step = (engine.step && read(engine.step)) || 1;
  const last = engine.last === undefined ? undefined : read(engine.last);
  const index = (number - first) / step;
  // Tasks that are started again are an array of their own: `--array=3,7` has two tasks.
  const isList = last !== undefined && last !== first + step * (tasks - 1);
  const isOther = count !== undefined && count !== tasks;
  const isSingle = engine.last !== undefined && tasks === 1 && number > 1;
  if (isList || isOther || isSingle)
    throw new ShardError(
      `${engine.index} is ${number} of ${tasks} tasks${isOther ? `, but SHARD_COUNT is ${count}` : ''}: some tasks of an array were started again, so the shard is not known; write SHARD=$${engine.index}/N into the script for an array from 1 to N`,
    );
  if (!Number.isInteger(index) || index < 0 || index >= tasks)
    throw new ShardError(
      `${engine.index}: expected from ${first} to ${first + step * (tasks - 1)}, got ${number}; set SHARD=I/N`,
    );
  return { index, count: tasks };
}
