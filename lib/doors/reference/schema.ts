/** The parts of JSON Schema that our converter writes. */
export interface Schema {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  contentMediaType?: string;
}

export interface SchemaRow {
  name: string;
  depth: number;
  type: string;
  required: boolean;
  /** Bounds, default and description, each a short phrase. */
  notes: string[];
}

const deepest = 3;

/** The members of an object or of an array's objects, one row each, in reading order. */
export function schemaRows(schema: Schema, depth = 0): SchemaRow[] {
  const holder = objectIn(schema);
  if (!holder?.properties || depth > deepest) return [];
  return Object.entries(holder.properties).flatMap(([name, member]) => [
    {
      name,
      depth,
      type: typeOf(member),
      required: holder.required?.includes(name) ?? false,
      notes: notesOf(member),
    },
    ...schemaRows(member, depth + 1),
  ]);
}

/** A schema's type as a reader says it. */
export function typeOf(schema: Schema): string {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return [...new Set(branches.map(typeOf))].join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.contentMediaType) return 'file';
  if (schema.items && typeof schema.items === 'object') return `list of ${typeOf(schema.items)}`;
  if (schema.type === 'string' && schema.format) return schema.format;
  if (Array.isArray(schema.type)) return schema.type.join(' or ');
  return schema.type ?? 'any';
}

const isSafeBound = (bound: number) => Math.abs(bound) === Number.MAX_SAFE_INTEGER;

/** What else holds of a value, in short phrases. */
export function notesOf(schema: Schema): string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const notes: string[] = [];
  const say = (limit: number | undefined, phrase: (n: number) => string) => {
    if (limit !== undefined && !isSafeBound(limit)) notes.push(phrase(limit));
  };
  say(minimum, (n) => `from ${n}`);
  say(maximum, (n) => `up to ${n.toLocaleString('en')}`);
  say(minLength, (n) => (n === 1 ? 'not empty' : `at least ${n} characters`));
  say(maxLength, (n) => `up to ${n.toLocaleString('en')} characters`);
  say(minItems, (n) => `at least ${n}`);
  say(maxItems, (n) => `at most ${n.toLocaleString('en')}`);
  if (isPlain(schema.default)) notes.push(`default ${JSON.stringify(schema.default)}`);
  if (schema.description) notes.push(schema.description);
  return notes;
}

const isPlain = (value: unknown) => value !== undefined && typeof value !== 'object';

function objectIn(schema: Schema): Schema | undefined {
  if (schema.properties) return schema;
  if (schema.items && typeof schema.items === 'object') return objectIn(schema.items);
  return (schema.anyOf ?? schema.oneOf)?.map(objectIn).find((found) => found !== undefined);
}

const samples: Record<string, unknown> = {
  uuid: '0199c0de-5a7e-7c4d-9b1f-3f1d2c0a8e55',
  email: 'ada@example.com',
  'date-time': '2026-03-14T09:30:00Z',
  date: '2026-03-14',
  uri: 'https://example.com',
};

/** A value that such a schema could hold: required members only, for examples. */
export function exampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const branch = (schema.anyOf ?? schema.oneOf)?.[0];
  if (branch) return exampleOf(branch);
  if (schema.properties) {
    const names = Object.keys(schema.properties);
    const shown = schema.required?.length ? schema.required : names.slice(0, 2);
    return Object.fromEntries(
      shown.map((name) => [name, exampleOf(schema.properties?.[name] ?? {})]),
    );
  }
  if (schema.items && typeof schema.items === 'object') return [exampleOf(schema.items)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'string') return samples[schema.format ?? ''] ?? 'text';
  return {};
}
