import { inArray } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { apiTokens, users, workspaceTokens } from '@/db/schema/control';
import { manifests } from '../../modules/registry';
import type { Part } from './sums';

/** What storage is made of. */
const storageParts: [string, string][] = [
  ['rows', 'Rows'],
  ['files', 'Files'],
];

/** What people, clients, tokens and modules are called, by id; who is gone is left out. */
export async function namesOf(
  { db, withTokens }: { db: ControlDb; withTokens: boolean },
  parts: readonly Part[],
): Promise<Map<string, string>> {
  const names = new Map([
    ...manifests.map(({ id, title }): [string, string] => [id, title]),
    ...storageParts,
  ]);
  const idsOf = (by: Part['by']) => [
    ...new Set(parts.filter((part) => part.by === by).map(({ id }) => id)),
  ];
  const [members, tokens] = [idsOf('member'), idsOf('token')];
  const note = (found: readonly { id: string; name: string }[]) => {
    for (const { id, name } of found) names.set(id, name);
  };
  if (members.length > 0) {
    const { id, name } = users;
    note(await db.select({ id, name }).from(users).where(inArray(id, members)));
  }
  if (!withTokens || members.length + tokens.length === 0) return names;
  const { id, name, clientId } = workspaceTokens;
  note(
    await db.select({ id: clientId, name }).from(workspaceTokens).where(inArray(clientId, members)),
  );
  note(await db.select({ id, name }).from(workspaceTokens).where(inArray(id, tokens)));
  const own = { id: apiTokens.id, name: apiTokens.name };
  note(await db.select(own).from(apiTokens).where(inArray(apiTokens.id, tokens)));
  return names;
}
