import type { RightsForm } from './check-rights.ts';
import type { GivenArguments } from './parse-command.ts';

/** What `npm run check` is asked for. */
export interface CheckOptions {
  /** Warnings are errors. */
  readonly strict: boolean;
  /** A list of what was published, to compare with what is published now. */
  readonly since?: string;
  /** Whose every picture is, in this form, and nothing else. */
  readonly rights?: RightsForm;
  /** Whether links to other sites are listed, and whether they are looked up as well. */
  readonly links?: 'list' | 'online';
  /** Whether addresses of this machine and its network may be looked up. */
  readonly allowPrivate: boolean;
}

/** The arguments of `npm run check`, which its row of the table has found right, as options. */
export function toCheckOptions({ options }: Pick<GivenArguments, 'options'>): CheckOptions {
  const { since, rights, links } = options;
  return {
    strict: options['strict'] !== undefined,
    allowPrivate: options['allow-private'] !== undefined,
    ...(typeof since === 'string' ? { since } : {}),
    ...(rights === undefined
      ? {}
      : { rights: rights === true ? 'table' : (rights as RightsForm) }),
    ...(links === undefined ? {} : { links: links === true ? 'list' : 'online' }),
  };
}
