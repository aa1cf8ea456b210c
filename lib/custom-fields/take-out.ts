import { jsonArray } from '../files/json-array';
import type { TakeOut, TakeOutSource } from '../modules/define-module';
import type { CustomField } from './shapes';
import { showValue, valueIn } from './types';

type Row = Record<string, unknown>;

/** Members with what the workspace's own fields say of them, by the names of the fields. */
export const takeOutMembers: TakeOut = async function* (source) {
  const fields = await memberFields(source);
  if (fields.length === 0) return;
  yield { name: 'members.json', data: jsonArray(rowsOf(source, fields)) };
};

async function memberFields(source: TakeOutSource): Promise<CustomField[]> {
  const rows: Row[] = [];
  for await (const row of source.documents('custom_fields')) rows.push(row);
  return rows
    .filter((row) => row.subject === 'member' && row.archived_at === null)
    .sort((a, b) => Number(a.position) - Number(b.position)) as unknown as CustomField[];
}

async function* rowsOf(source: TakeOutSource, fields: readonly CustomField[]) {
  for await (const member of membersIn(source)) {
    const said = fields.map((field) => {
      const value = valueIn(member.data, field.key);
      const isPlain = typeof value === 'number' || typeof value === 'boolean' || value === null;
      return [field.name, isPlain ? value : showValue(field, value)];
    });
    const { name, email } = member;
    yield [{ name, email, fields: Object.fromEntries(said) }];
  }
}

// Names fit in memory; what fields hold of everybody at once may not.
async function* membersIn(source: TakeOutSource) {
  const members = new Map<unknown, { name: unknown; email: unknown }>();
  for await (const { id, name, email, state } of source.documents('people')) {
    if (state === 'active') members.set(id, { name, email });
  }
  for await (const row of source.documents('custom_values')) {
    const member = row.subject === 'member' ? members.get(row.thing_id) : undefined;
    if (!member) continue;
    yield { ...member, data: row.data as Row };
    members.delete(row.thing_id);
  }
  for (const member of members.values()) yield { ...member, data: {} };
}
