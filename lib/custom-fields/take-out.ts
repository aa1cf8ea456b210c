import type { TakeOut, TakeOutSource } from '../modules/define-module';
import type { CustomField } from './shapes';
import { showValue, valueIn } from './types';

type Row = Record<string, unknown>;

/** Members with what the workspace's own fields say of them, by the names of the fields. */
export const takeOutMembers: TakeOut = async function* (source) {
  const fields = await memberFields(source);
  if (fields.length === 0) return;
  yield { name: 'members.json', data: jsonOf(source, fields) };
};

async function memberFields(source: TakeOutSource): Promise<CustomField[]> {
  const rows: Row[] = [];
  for await (const row of source.documents('custom_fields')) rows.push(row);
  return rows
    .filter((row) => row.subject === 'member' && row.archived_at === null)
    .sort((a, b) => Number(a.position) - Number(b.position)) as unknown as CustomField[];
}

async function* jsonOf(source: TakeOutSource, fields: readonly CustomField[]) {
  const held = new Map<unknown, Row>();
  for await (const row of source.documents('custom_values')) {
    if (row.subject === 'member') held.set(row.thing_id, row.data as Row);
  }
  let before = '[\n';
  for await (const { id, name, email, state } of source.documents('people')) {
    if (state !== 'active') continue;
    const data = held.get(id) ?? {};
    const said = fields.map((field) => {
      const value = valueIn(data, field.key);
      const isPlain = typeof value === 'number' || typeof value === 'boolean' || value === null;
      return [field.name, isPlain ? value : showValue(field, value)];
    });
    yield `${before}${JSON.stringify({ name, email, fields: Object.fromEntries(said) })}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
