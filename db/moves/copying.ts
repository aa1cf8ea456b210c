import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  atOneMoment,
  deleteRows,
  digestsOf,
  quietly,
  readRows,
  tableAt,
  writeRows,
} from '../copy/rows';
import type { Ends } from './ends';
import { noteProgress } from './move';
import { type Pace, paced } from './pace';
import { bringOver, changedKeys, differingIds, type Held, horizonOf, snapshotOf } from './tail';

/** How often a long copy says how far it is, milliseconds. */
const sayMs = 1_000;

/** Copies everything as one moment of the source saw it; what the target held of the tenant goes. */
export async function copyAll(ends: Ends): Promise<Held> {
  const { source, target, route, tables } = ends;
  await deleteRows(target, { ...route.target, tenantId: route.tenantId }, tables);
  const horizon = await horizonOf(source);
  return await atOneMoment(source, async () => {
    const snapshot = await snapshotOf(source);
    await paced(ends.probes, (pace) =>
      withProgress(ends, pace, async (counting) => {
        for (const table of tables) {
          const from = readRows(source, { ...route.source, tenantId: route.tenantId }, table);
          await quietly(target, () =>
            pipeline(from, counting(), writeRows(target, route.target, table)),
          );
        }
      }),
    );
    return { snapshot, horizon };
  });
}

/** Says about once a second how many rows went through the streams that `counting` makes. */
async function withProgress(
  ends: Ends,
  pace: Pace,
  work: (counting: () => Transform) => Promise<void>,
) {
  const progress = { rowsTotal: await countRows(ends), rowsCopied: 0 };
  const say = () => noteProgress(ends.control, ends.route.id, progress);
  const counting = () =>
    new Transform({
      transform(piece: Buffer, _encoding, done) {
        for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) {
          progress.rowsCopied += 1;
        }
        void pace.take(piece.length).then(() => done(null, piece));
      },
    });
  const timer = setInterval(() => void say().catch(() => undefined), sayMs);
  try {
    await work(counting);
  } finally {
    clearInterval(timer);
  }
  await say();
}

async function countRows({ source, route, tables }: Ends): Promise<number> {
  let count = 0;
  for (const table of tables) {
    const { rows } = await source.query<{ n: string }>(
      `select count(*) as n from ${tableAt(route.source, table)} where tenant_id = $1`,
      [route.tenantId],
    );
    count += Number(rows[0]?.n ?? 0);
  }
  return count;
}

export interface Pass {
  held: Held;
  /** Rows brought over. */
  rows: number;
  ms: number;
}

/** Brings over what changed since; with `verify`, compares the sums of everything afterwards. */
export async function follow(ends: Ends, since: Held, verify = false): Promise<Pass> {
  const begun = performance.now();
  const horizon = await horizonOf(ends.source);
  return await atOneMoment(ends.source, async () => {
    const snapshot = await snapshotOf(ends.source);
    const rows = await bringOver(ends, await changedKeys(ends, since));
    if (verify) await verifyAll(ends);
    return { held: { snapshot, horizon }, rows, ms: performance.now() - begun };
  });
}

/** Compares every table's rows and sum on both sides; a table that differs is mended once. */
async function verifyAll(ends: Ends): Promise<void> {
  const verified = await compareAll(ends);
  const differing = ends.tables.filter(({ name }) => !verified[name]);
  let repaired = 0;
  for (const table of differing) {
    repaired += await bringOver(ends, new Map([[table.name, await differingIds(ends, table)]]));
  }
  const again = differing.length > 0 ? await compareAll(ends) : verified;
  const wrong = ends.tables.filter(({ name }) => !again[name]).map(({ name }) => name);
  if (wrong.length > 0) throw new Error(`The copy differs from its source in ${wrong.join(', ')}.`);
  await noteProgress(ends.control, ends.route.id, { verified: again, repaired });
}

async function compareAll({ source, target, route, tables }: Ends) {
  const { tenantId } = route;
  // One after the other, so that people there keep the rest of the processors.
  const here = await digestsOf(source, { ...route.source, tenantId }, tables);
  const there = await digestsOf(target, { ...route.target, tenantId }, tables);
  return Object.fromEntries(
    Object.entries(here).filter(
      ([name, { rows, checksum }]) =>
        there[name]?.rows === rows && there[name]?.checksum === checksum,
    ),
  );
}
