import type { z } from 'zod';

export type Document = Record<string, unknown>;

export interface ConfigSpec<S extends z.ZodType<Document>> {
  /** Name under which its documents are kept; never used for something else later. */
  name: string;
  /** Version of the schema, from 1. */
  version: number;
  /** Strict, and of plain JSON. Titles and descriptions of fields stand in their `meta`. */
  schema: S;
  /** Each makes a document of its version into one of the next; one for every version but the last. */
  migrations: Record<number, (document: Document) => Document>;
  /** What holds until somebody changes it. */
  default: z.output<S>;
}

/** A kind of document, whatever it holds. */
export type AnyConfig = ConfigSpec<z.ZodType<Document>>;

/** Declares a kind of configuration that tenants may change. Throws where a step or the default is amiss. */
export function defineConfig<S extends z.ZodType<Document>>(spec: ConfigSpec<S>): ConfigSpec<S> {
  const { name, version, migrations } = spec;
  for (let from = 1; from < version; from += 1) {
    if (!migrations[from]) throw new Error(`${name} has no step from version ${from}.`);
  }
  spec.schema.parse(spec.default);
  return spec;
}

/** A stored document of any version in today's shape. Throws on what a later release wrote. */
export function inTodaysShape<S extends z.ZodType<Document>>(
  { name, version, schema, migrations }: ConfigSpec<S>,
  stored: { version: number; document: Document },
): z.output<S> {
  if (stored.version > version) {
    throw new Error(`${name} has version ${stored.version}, and ${version} is the latest known.`);
  }
  let { document } = stored;
  for (let from = stored.version; from < version; from += 1) {
    document = migrations[from]?.(document) ?? document;
  }
  return schema.parse(document);
}

/** The same, null for what cannot be read. */
export function readable<S extends z.ZodType<Document>>(
  spec: ConfigSpec<S>,
  stored: { version: number; document: Document },
): z.output<S> | null {
  try {
    return inTodaysShape(spec, stored);
  } catch {
    return null;
  }
}
