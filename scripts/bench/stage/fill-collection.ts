import { invoke } from '@/lib/doors/callable';
import type { TestMember } from '@/lib/doors/testing';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import { mintCollection } from '@/lib/modules/collections/testing/actors';

export interface Filled {
  collectionId: string;
  /** Key of each field by its name. */
  keys: Record<string, string>;
  ids: string[];
}

const perCall = 1_000;

/** A collection of students as a tenant would keep it, written through the real doors. */
export async function fillCollection(member: TestMember, rows: number): Promise<Filled> {
  const { id: collectionId, fields } = await mintCollection(member, 'Students', [
    { name: 'Name', type: 'text' },
    { name: 'Score', type: 'number' },
    { name: 'Born', type: 'date' },
    { name: 'City', type: 'text' },
    { name: 'Active', type: 'boolean' },
  ]);
  const keys = Object.fromEntries(Object.entries(fields).map(([name, { key }]) => [name, key]));
  const ids: string[] = [];
  for (let from = 0; from < rows; from += perCall) {
    const count = Math.min(perCall, rows - from);
    const records = Array.from({ length: count }, (_, i) => student(from + i, keys));
    const made = await invoke(
      recordProcedures.createMany,
      { collectionId, records },
      member.call(),
    );
    ids.push(...made.ids);
  }
  return { collectionId, keys, ids };
}

const cities = ['Seoul', 'Busan', 'Daegu', 'Incheon', 'Gwangju', 'Daejeon', 'Ulsan', 'Suwon'];

/** One row's values by column name; the same for the same number. */
export const studentRow = (n: number) => ({
  Name: `Student ${(n * 7_919) % 100_003}`,
  Score: (n * 37) % 1_000,
  Born: `20${String(n % 20).padStart(2, '0')}-${String((n % 12) + 1).padStart(2, '0')}-11`,
  City: cities[n % cities.length] ?? '',
  Active: n % 3 === 0,
});

const student = (n: number, keys: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(studentRow(n)).map(([name, value]) => [keys[name] ?? name, value]),
  );
