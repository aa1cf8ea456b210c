import { invoke } from '@/lib/doors/callable';
import type { TestMember } from '@/lib/doors/testing';
import { commentProcedures } from '@/lib/modules/collections/comments/procedures';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import { mintCollection } from '@/lib/modules/collections/testing/actors';

interface Staff {
  admin: TestMember;
  /** Whom records are assigned to, and comments speak of. */
  people: readonly TestMember[];
}

const perCall = 500;
const commentCount = 40;

/** A workspace with something for its people: a twentieth of the records, a quarter of the comments. */
export async function fillHome({ admin, people }: Staff, rows: number): Promise<void> {
  const { id: collectionId, fields } = await mintCollection(admin, 'Cases', [
    { name: 'Name', type: 'text' },
    { name: 'Owner', type: 'person' },
  ]);
  const key = (name: string) => fields[name]?.key ?? '';
  const owner = (n: number) =>
    (n % 20 === 7 && people[Math.floor(n / 20) % people.length]?.userId) || admin.userId;
  const ids: string[] = [];
  for (let from = 0; from < rows; from += perCall) {
    const records = Array.from({ length: Math.min(perCall, rows - from) }, (_, i) => ({
      [key('Name')]: `Case ${from + i}`,
      [key('Owner')]: owner(from + i),
    }));
    const input = { collectionId, records };
    ids.push(...(await invoke(recordProcedures.createMany, input, admin.call())).ids);
  }
  for (let n = 0; n < commentCount; n++) {
    const person = people[Math.floor(n / 4) % people.length];
    const body = n % 4 === 0 && person ? `Have a look, @[${person.userId}]` : `Note ${n}`;
    const place = { collectionId, recordId: ids[n % ids.length] ?? '' };
    await invoke(commentProcedures.create, { ...place, body }, admin.call());
  }
}
