import type { z } from 'astro/zod';

/** The parts of a Zod schema that this walk looks at. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
}

/**
 * The paths of all fields of a schema, those within mappings and lists of mappings included:
 * `image`, `image.file`. Text by language is one field, and a value without a mapping (`''`) is none.
 */
export function pathsOf(schema: z.ZodType, above = ''): string[] {
  const {
    type,
    shape,
    innerType,
    element,
    in: input,
    out,
  } = schema.def as unknown as Definition;
  if (type === 'object')
    return Object.entries(shape ?? {}).flatMap(([key, field]) =>
      key === '' ? pathsOf(field, above) : [above + key, ...pathsOf(field, `${above}${key}.`)],
    );
  return [innerType, element, input, out].flatMap((part) => (part ? pathsOf(part, above) : []));
}
