import { invoke } from '@/lib/doors/callable';
import type { TestMember } from '@/lib/doors/testing';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import { rulesProcedures } from '@/lib/modules/collections/rules/procedures';
import { openRule, type Reach } from '@/lib/modules/collections/rules/shapes';
import { mintCollection } from '@/lib/modules/collections/testing/actors';
import { studentRow } from './fill-collection';

export interface Cases {
  collectionId: string;
  /** Key of each field by its name. */
  keys: Record<string, string>;
  teachers: string[];
}

interface Staff {
  /** Sees everything. */
  designer: TestMember;
  /** Whom rules bind: a twentieth of the records is made by them, another is assigned to them. */
  reader: TestMember;
}

const perCall = 1_000;
const teacherCount = 500;
export const tags = ['red', 'blue', 'green', 'amber', 'violet', 'olive', 'teal', 'plum'];

/** Records with everything that views filter by: a relation, a list of choices and a person too. */
export async function fillCases({ designer, reader }: Staff, rows: number): Promise<Cases> {
  const teachers = await fillTeachers(designer);
  const { id: collectionId, fields } = await mintCollection(designer, 'Cases', [
    { name: 'Name', type: 'text' },
    { name: 'Score', type: 'number' },
    { name: 'Born', type: 'date' },
    { name: 'City', type: 'text' },
    { name: 'Active', type: 'boolean' },
    {
      name: 'Tags',
      type: 'multi_select',
      options: { choices: tags.map((id) => ({ id, name: `Tag ${id}` })) },
    },
    { name: 'Owner', type: 'person' },
    { name: 'Teacher', type: 'relation', options: { targetId: teachers.collectionId } },
  ]);
  const keys = Object.fromEntries(Object.entries(fields).map(([name, { key }]) => [name, key]));
  const owner = (n: number) => (n % 20 === 7 ? reader.userId : designer.userId);
  for (let from = 0; from < rows; from += perCall) {
    const records = Array.from({ length: Math.min(perCall, rows - from) }, (_, i) => {
      const n = from + i;
      const row = {
        ...studentRow(n),
        Tags: [...new Set([tags[n % 7], tags[(n * 13) % 8]])],
        Owner: owner(n),
        Teacher: [teachers.ids[(n * 7) % teacherCount]],
      };
      return Object.fromEntries(
        Object.entries(row).map(([name, value]) => [keys[name] ?? '', value]),
      );
    });
    const maker = (from / perCall) % 20 === 3 ? reader : designer;
    await invoke(recordProcedures.createMany, { collectionId, records }, maker.call());
  }
  return { collectionId, keys, teachers: teachers.ids };
}

async function fillTeachers(designer: TestMember) {
  const { id: collectionId, fields } = await mintCollection(designer, 'Teachers', [
    { name: 'Name', type: 'text' },
  ]);
  const key = fields.Name?.key ?? '';
  const records = Array.from({ length: teacherCount }, (_, n) => ({ [key]: `Teacher ${n}` }));
  const { ids } = await invoke(
    recordProcedures.createMany,
    { collectionId, records },
    designer.call(),
  );
  return { collectionId, ids };
}

/** Sets how far the reader sees from now on. */
export async function bindReader({ designer }: Staff, collectionId: string, see: Reach) {
  const deeds = { ...openRule, see, change: see, remove: see };
  await invoke(
    rulesProcedures.save,
    { collectionId, rules: { roles: { basic: deeds }, others: openRule } },
    designer.call(),
  );
}
