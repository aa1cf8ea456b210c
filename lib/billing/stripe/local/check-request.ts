import { StripeFault } from './fault';
import type { FormValue } from './form';
import generated from './requests.generated.json';

type Shape = string | number;
type Written =
  | { one: string[] }
  | { list: Shape }
  | { map: Shape }
  | { any: Shape[] }
  | { fields: Record<string, Shape> };

const requests: Record<string, Shape> = generated.requests;
const shapes = generated.shapes as unknown as Written[];

/**
 * The parameters of a request, with numbers and switches as such. Throws the fault of Stripe where one is
 * unknown, missing or something else than the types of the SDK say.
 */
export function checkRequest(
  operation: string,
  params: Record<string, FormValue>,
): Record<string, unknown> {
  const shape = requests[operation];
  if (shape === undefined) throw new Error(`Nothing says what ${operation} takes.`);
  return read(shape, params, '') as Record<string, unknown>;
}

function read(shape: Shape, value: FormValue, path: string): unknown {
  if (typeof shape === 'string') return readSimple(shape, value, path);
  const written = shapes[shape];
  if (!written) throw new Error(`There is no shape ${shape}.`);
  if ('one' in written) return readName(written.one, value, path);
  if ('any' in written) return readAny(written.any, value, path);
  if ('list' in written) {
    if (!Array.isArray(value)) throw wrong(path, 'Invalid array');
    return value.map((one, at) => read(written.list, one, `${path}[${at}]`));
  }
  if (typeof value === 'string' || Array.isArray(value)) throw wrong(path, 'Invalid object');
  if ('map' in written) {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, one]) => [key, read(written.map, one, within(path, key))]),
    );
  }
  return readFields(written.fields, value, path);
}

function readFields(
  fields: Record<string, Shape>,
  value: { [name: string]: FormValue },
  path: string,
) {
  const known = new Map(
    Object.entries(fields).map(([name, shape]) => [name.replace('!', ''), { name, shape }]),
  );
  const result: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    const field = known.get(key);
    const at = within(path, key);
    if (!field) {
      throw new StripeFault(`Received unknown parameter: ${at}`, {
        ...{ code: 'parameter_unknown', param: at },
      });
    }
    result[key] = read(field.shape, one, at);
  }
  for (const [key, { name }] of known) {
    if (!name.endsWith('!') || key in value) continue;
    const at = within(path, key);
    throw new StripeFault(`Missing required param: ${at}.`, {
      ...{ code: 'parameter_missing', param: at },
    });
  }
  return result;
}

function readAny(choices: Shape[], value: FormValue, path: string): unknown {
  let fault: unknown;
  for (const choice of choices) {
    try {
      return read(choice, value, path);
    } catch (error) {
      if (!(error instanceof StripeFault)) throw error;
      // What was said of the inside of an object tells more than that it is no text.
      if (!fault || typeof value !== 'string') fault = error;
    }
  }
  throw fault;
}

function readName(names: string[], value: FormValue, path: string): string {
  if (typeof value === 'string' && names.includes(value)) return value;
  const some = names.slice(0, 12).filter(Boolean).join(', ');
  throw wrong(path, `Invalid ${path}: must be one of ${some}`);
}

const decimal = /^-?\d+(\.\d{1,12})?$/;

function readSimple(shape: string, value: FormValue, path: string): unknown {
  if (shape === 'any') return value;
  if (typeof value !== 'string') throw wrong(path, `Invalid ${shape}`);
  switch (shape) {
    case 'string':
      return value;
    case 'number':
      if (!/^-?\d+(\.\d+)?$/.test(value)) throw wrong(path, `Invalid integer: ${value}`);
      return Number(value);
    case 'decimal':
      if (!decimal.test(value)) throw wrong(path, `Invalid decimal: ${value}`);
      return value;
    case 'boolean':
      if (value !== 'true' && value !== 'false') throw wrong(path, `Invalid boolean: ${value}`);
      return value === 'true';
    default:
      if (value !== '') throw wrong(path, 'Must be empty');
      return null;
  }
}

const within = (path: string, key: string) => (path === '' ? key : `${path}[${key}]`);

const wrong = (param: string, message: string) =>
  new StripeFault(message, { code: 'parameter_invalid', param });
