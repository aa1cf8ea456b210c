import { and, asc, eq, inArray, like, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { people } from '@/db/schema/tenant/people';
import type { CollectionsCtx } from '../context';

export const PersonChoice = z.object({ id: z.uuid(), name: z.string(), active: z.boolean() });
export type PersonChoice = z.infer<typeof PersonChoice>;

interface PeopleQuery {
  search?: string | undefined;
  ids?: string[] | undefined;
  limit?: number | undefined;
}

/** Members a person field can hold whose name or address has these words, and those asked by id. */
export async function listPeople(
  { db }: Pick<CollectionsCtx, 'db'>,
  { search = '', ids = [], limit = 50 }: PeopleQuery,
): Promise<PersonChoice[]> {
  const pattern = `%${search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  const found = await db
    .select({ id: people.id, name: people.name, state: people.state })
    .from(people)
    .where(
      ids.length > 0
        ? inArray(people.id, ids)
        : and(
            eq(people.state, 'active'),
            or(
              like(sql`lower(${people.name})`, pattern),
              like(sql`lower(${people.email})`, pattern),
            ),
          ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(ids.length > 0 ? 500 : limit);
  return found.map(({ id, name, state }) => ({ id, name, active: state === 'active' }));
}
