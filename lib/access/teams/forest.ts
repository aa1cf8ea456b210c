import type { ControlDb } from '@/db/control';
import { teams } from '@/db/schema/control';
import { AppError, invalid, notFound } from '../../errors';
import { inTurn } from '../people/last-admin';

/** A team as the tree needs it. */
export interface Node {
  id: string;
  name: string;
  description: string;
  parentId: string | null;
  archivedAt: Date | null;
}

/** All teams of a tenant by their ids: a few hundred at most. */
export type Forest = ReadonlyMap<string, Node>;

/** Levels of the tree. */
const mostLevels = 4;

export async function readForest(db: ControlDb): Promise<Forest> {
  const rows = await db
    .select({
      id: teams.id,
      name: teams.name,
      description: teams.description,
      parentId: teams.parentId,
      archivedAt: teams.archivedAt,
    })
    .from(teams);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same for a change: changes of teams and of roles go one after another. */
export async function holdForest(db: ControlDb): Promise<Forest> {
  await inTurn(db);
  return await readForest(db);
}

/** Throws `not_found`. */
export function teamIn(forest: Forest, id: string): Node {
  const team = forest.get(id);
  if (!team) throw notFound('This team');
  return team;
}

/** The same where something is to be added. Throws `precondition` for an archived one. */
export function openTeamIn(forest: Forest, id: string): Node {
  const team = teamIn(forest, id);
  if (!team.archivedAt) return team;
  throw new AppError('precondition', `${team.name} is archived. Bring it back first.`);
}

/** A team and all above it, the topmost first. */
export function pathOf(forest: Forest, id: string | null): Node[] {
  const path: Node[] = [];
  for (let at = id === null ? undefined : forest.get(id); at; ) {
    path.unshift(at);
    at = at.parentId === null ? undefined : forest.get(at.parentId);
  }
  return path;
}

export const childrenOf = (forest: Forest, id: string): Node[] =>
  [...forest.values()].filter(({ parentId }) => parentId === id);

/** All teams below one. */
export const belowOf = (forest: Forest, id: string): Node[] =>
  childrenOf(forest, id).flatMap((child) => [child, ...belowOf(forest, child.id)]);

/** The ids of a team and of all teams below it. */
export const withBelow = (forest: Forest, id: string): string[] => [
  id,
  ...belowOf(forest, id).map((team) => team.id),
];

const levelsFrom = (forest: Forest, id: string): number =>
  1 + Math.max(0, ...childrenOf(forest, id).map((child) => levelsFrom(forest, child.id)));

/** Throws `invalid` where a team may not stand: nowhere, below itself, too deep, under an archived one. */
export function refusePlace(forest: Forest, parentId: string | null, id?: string): void {
  if (parentId === null) return;
  const path = pathOf(forest, parentId);
  const parent = path.at(-1);
  if (!parent) throw invalid('parentId', 'This team does not exist.');
  if (path.some((team) => team.id === id)) {
    throw invalid('parentId', 'A team cannot stand below itself.');
  }
  if (parent.archivedAt) throw invalid('parentId', `${parent.name} is archived.`);
  const levels = path.length + (id === undefined ? 1 : levelsFrom(forest, id));
  if (levels > mostLevels)
    throw invalid('parentId', `Teams stand at most ${mostLevels} levels deep.`);
}
