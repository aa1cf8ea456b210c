import { Column, getTableName, is, SQL, Subquery } from 'drizzle-orm';
import type { SelectedFieldsOrdered } from 'drizzle-orm/pg-core';

type Decode = ((value: unknown) => unknown) | undefined;
type Field = SelectedFieldsOrdered[number]['field'];
type Target = Record<string, unknown>;

/** Which joined tables always have a row, by table name: Drizzle's `joinsNotNullableMap`. */
export type Joined = Record<string, boolean> | undefined;

export type RowMapper = (row: unknown[]) => Target;

/** Compiles the selected fields of a builder into a function from a row of values to an object. */
export function rowMapper(fields: SelectedFieldsOrdered, joined: Joined): RowMapper {
  const decoders = fields.map(({ field }) => decoderOf(field));
  if (fields.every(({ path }) => path.length === 1)) {
    const keys = fields.map(({ path }) => path[0] as string);
    return (row) => {
      const target: Target = {};
      for (let i = 0; i < keys.length; i++) {
        target[keys[i] as string] = decoded(row[i], decoders[i]);
      }
      return target;
    };
  }
  const optional = optionalObjects(fields, joined);
  return (row) => {
    const target: Target = {};
    for (const [i, { path }] of fields.entries()) place(target, path, decoded(row[i], decoders[i]));
    for (const [key, columns] of optional) {
      if (columns.every((i) => row[i] === null)) target[key] = null;
    }
    return target;
  };
}

const decoded = (value: unknown, decode: Decode) =>
  value === null || decode === undefined ? value : decode(value);

function place(target: Target, path: string[], value: unknown) {
  let node = target;
  for (const key of path.slice(0, -1)) {
    node[key] ??= {};
    node = node[key] as Target;
  }
  node[path.at(-1) as string] = value;
}

/** Objects made only of columns of one outer-joined table: null as a whole when no row matched. */
function optionalObjects(fields: SelectedFieldsOrdered, joined: Joined): Map<string, number[]> {
  const objects = new Map<string, { tables: Set<string | undefined>; columns: number[] }>();
  for (const [i, { path, field }] of fields.entries()) {
    const key = path[0] as string;
    const object = objects.get(key) ?? { tables: new Set(), columns: [] };
    object.tables.add(
      path.length === 2 && is(field, Column) ? getTableName(field.table) : undefined,
    );
    object.columns.push(i);
    objects.set(key, object);
  }
  const optional = new Map<string, number[]>();
  for (const [key, { tables, columns }] of objects) {
    const [table] = tables;
    if (joined && tables.size === 1 && table && joined[table] === false) optional.set(key, columns);
  }
  return optional;
}

function decoderOf(field: Field): Decode {
  if (is(field, Column)) {
    const identity = field.mapFromDriverValue === Column.prototype.mapFromDriverValue;
    return identity ? undefined : (value) => field.mapFromDriverValue(value);
  }
  const source = is(field, SQL) ? field : is(field, Subquery) ? field._.sql : field.sql;
  const { decoder } = source as unknown as { decoder: { mapFromDriverValue(v: unknown): unknown } };
  return (value) => decoder.mapFromDriverValue(value);
}
