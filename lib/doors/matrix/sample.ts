import { manifests } from '@/lib/modules/registry';
import type { Samples } from './ids';
import { idNameOf } from './names';
import { overrides } from './overrides';
import type { JsonSchema, Subject } from './subject';

export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let counter = 0;

/** Values that a field's name asks for, whatever its shape. */
const byName: Record<string, (samples: Samples) => unknown> = {
  email: () => `someone-${++counter}@example.com`,
  password: () => 'correct-battery-horse',
  newPassword: () => 'another-battery-horse',
  name: ({ canary }) => `${canary} ${++counter}`,
  module: () => manifests[0]?.id,
  timeZone: () => 'UTC',
  scopes: () => ['people.read'],
  color: () => '#3355ff',
  returnPath: () => '/',
  secondFactorFrom: () => null,
};

/** Strings to try where only a pattern says what a field takes. */
const candidates = [
  '#3355ff',
  '/picture.png',
  'sample',
  '2026-01-31',
  '09:30',
  '2026-01-31T09:30:00Z',
  'a'.repeat(22),
  'a'.repeat(64),
  'a'.repeat(86),
  '0',
];

/**
 * A valid input made from an operation's schema: required fields, and optional ones that name an
 * id. Throws when a field asks for something that is neither known by name nor plain.
 */
export function sampleOf(subject: Subject, samples: Samples): Record<string, unknown> {
  const said = overrides[subject.meta.name]?.(samples) ?? {};
  const { properties = {}, ...schema } = subject.schema;
  const rest = Object.entries(properties).filter(([name]) => !(name in said));
  const asked = { ...schema, properties: Object.fromEntries(rest) };
  return { ...(valueFor({ subject, samples, name: 'input' }, asked) as object), ...said };
}

interface At {
  subject: Subject;
  samples: Samples;
  name: string;
}

function valueFor(at: At, schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const known = knownValue(at, schema);
  if (known !== undefined) return known;
  const branch = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (branch?.[0]) return valueFor(at, branch[0]);
  switch (schema.type) {
    case 'object':
      return objectOf(at, schema);
    case 'array':
      return schema.minItems || idNameOf(at.subject, at.name)
        ? [valueFor(at, schema.items ?? {})]
        : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
    case 'boolean':
      return true;
    case 'string':
      return textOf(at, schema);
    default:
      throw new Error(`${at.subject.meta.name}: nothing is known that fits ${at.name}`);
  }
}

function knownValue({ subject, samples, name }: At, schema: JsonSchema): unknown {
  if (schema.type === 'array' && !byName[name]) return undefined;
  const idName = idNameOf(subject, name);
  const id = samples.ids[idName ?? name];
  if (id !== undefined) return id;
  if (idName && schema.format === 'uuid') {
    throw new Error(`${subject.meta.name}: the prepared tenant has no ${idName} for ${name}`);
  }
  return byName[name]?.(samples);
}

function objectOf(at: At, schema: JsonSchema): Record<string, unknown> {
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([name, property]) => schema.required?.includes(name) || namesId(at.subject, name, property),
  );
  return Object.fromEntries(
    wanted.map(([name, property]) => [name, valueFor({ ...at, name }, property)]),
  );
}

const namesId = (subject: Subject, name: string, { format, items, anyOf }: JsonSchema) =>
  idNameOf(subject, name) !== null &&
  (format ?? items?.format ?? anyOf?.find((one) => one.format)?.format) === 'uuid';

function textOf({ subject, samples, name }: At, schema: JsonSchema): unknown {
  if (schema.contentEncoding === 'binary') {
    return new File([picture], 'picture.png', { type: 'image/png' });
  }
  const text = [`${samples.canary} ${++counter}`, ...candidates].find((one) => fits(one, schema));
  if (text === undefined) {
    throw new Error(`${subject.meta.name}: no known text fits ${name} (${schema.pattern})`);
  }
  return text;
}

const fits = (text: string, { pattern, minLength = 0, maxLength = 1e9, format }: JsonSchema) =>
  text.length >= minLength &&
  text.length <= maxLength &&
  (!pattern || new RegExp(pattern, 'u').test(text)) &&
  (format !== 'uri' || URL.canParse(text));
