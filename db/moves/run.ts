import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { standingOf, urlOfPlane } from '../copy/plane';
import { onControl } from '../homes/prepare';
import { onServer, type Servers } from '../homes/servers';
import type { MovePlace } from '../schema/control';
import { copyAll, follow } from './copying';
import { closeSource, cutOver, openTarget, reopen } from './cut-over';
import { type Ends, withEnds } from './ends';
import {
  addressIn,
  advance,
  loadMove,
  type Move,
  type MoveState,
  noteProgress,
  type Route,
  routeOf,
} from './move';
import type { Held } from './tail';
import { clearAway, prepareTarget, reserveTarget } from './target';

/** A pass no longer than this is short enough for writes to wait through the next, milliseconds. */
const shortPassMs = 300;
/** On a busy machine no pass may be that short: with every few passes more is put up with. */
const longestPauseMs = 2_500;
const shortMs = 50;
const heldMs = 2_000;
/** Each cut-over that somebody's long transaction put off makes the next wait longer. */
const busyMs = 1_000;
const longestBusyMs = 30_000;

/**
 * Takes a move on from wherever it stands until it is done, given up, or told to wait. One at a time
 * works on a move: the caller holds its lock. Throws what stopped it; calling again resumes.
 */
export async function runMove(
  servers: Servers,
  id: string,
  signal?: AbortSignal,
): Promise<MoveState> {
  for (;;) {
    signal?.throwIfAborted();
    const move = await loadMove(servers, id);
    if (move.state === 'done' || move.state === 'abandoned') return move.state;
    if (move.wish === 'abandon' && move.state !== 'flipped') await abandon(servers, move);
    else await takeStep(servers, move, signal);
  }
}

async function takeStep(servers: Servers, move: Move, signal?: AbortSignal): Promise<void> {
  switch (move.state) {
    case 'waiting':
      return await begin(servers, move);
    case 'copying':
      return await withEnds(servers, routeOf(move), copy);
    case 'following':
      // A fence may be left of a worker that died on its way back from a cut-over.
      await reopenSource(servers, routeOf(move));
      return await withEnds(servers, routeOf(move), (ends) =>
        followAndCut(servers, ends, { move, signal }),
      );
    case 'cutting':
      return await backToFollowing(servers, routeOf(move));
    case 'flipped':
      return await settle(servers, routeOf(move));
    default:
      throw new Error(`A move cannot be worked on when it is ${move.state}.`);
  }
}

async function begin(servers: Servers, move: Move) {
  const { epoch, ...standing } = await standingOf(servers, move.tenantId);
  if (standing.state !== 'active') throw new Error('The tenant is being worked on; it waits.');
  const { shardId, connection, tier, databaseName, schemaName, roleName } = standing;
  const source = { shardId, connection, tier, databaseName, schemaName, roleName };
  if (tier === 'pooled' && move.targetTier === 'pooled' && shardId === move.targetShardId) {
    throw new Error('The tenant is there already.');
  }
  const target = move.target ?? (await prepareTarget(servers, move));
  // Noted before anything is reserved, so that a home taken for a move is found again.
  await onControl(servers, (control) =>
    control.query('update control.moves set target = $2 where id = $1', [
      move.id,
      JSON.stringify(target),
    ]),
  );
  await reserveTarget(servers, { id: move.id, tenantId: move.tenantId, source, target, epoch });
  await onControl(servers, (control) =>
    advance(control, move.id, ['waiting', 'copying'], { source, target, epoch }),
  );
}

async function copy(ends: Ends) {
  const held = await copyAll(ends);
  await advance(ends.control, ends.route.id, ['copying', 'following'], held);
}

async function followAndCut(
  servers: Servers,
  ends: Ends,
  { move, signal }: { move: Move; signal: AbortSignal | undefined },
) {
  let held = heldBy(move);
  let verified = false;
  let busy = 0;
  for (let since = 0; ; since++) {
    const pass = await follow(ends, held, !verified);
    verified = true;
    held = pass.held;
    const passes = (move.progress.passes ?? 0) + since + 1;
    await noteProgress(ends.control, move.id, { passes, lastPassRows: pass.rows }, held);
    signal?.throwIfAborted();
    const { wish } = await loadMove(servers, move.id);
    if (wish === 'abandon') return;
    const short = pass.ms <= Math.min(longestPauseMs, shortPassMs * (1 + since / 3));
    if (wish === 'finish' && short) {
      const outcome = await cutOver(ends, held);
      if (outcome.kind === 'moved') return;
      busy += 1;
      await noteProgress(ends.control, move.id, { putOff: (move.progress.putOff ?? 0) + busy });
    }
    await pause(
      wish === 'follow' ? heldMs : short ? Math.min(longestBusyMs, busy * busyMs) : shortMs,
    );
  }
}

function heldBy({ snapshot, horizon }: Move): Held {
  if (!snapshot || !horizon) throw new Error('The move does not know what its copy holds.');
  return { snapshot, horizon };
}

// Who cut over was stopped before the decision: the source is opened, and all goes on from there.
// The target is not asked: it may be away, and the tenant must not wait for it.
async function backToFollowing(servers: Servers, route: Route) {
  const back = await onControl(servers, (control) =>
    advance(control, route.id, ['cutting', 'following']),
  );
  if (back) await reopenSource(servers, route);
}

const reopenSource = (servers: Servers, { source, tenantId }: Route) =>
  onServer(urlOfPlane(servers, addressIn(source, tenantId)), (client) => reopen(client, tenantId));

/** The decision has fallen: the target opens even while the server of the source is away. */
async function settle(servers: Servers, route: Route) {
  const { source, target, tenantId } = route;
  const on = (place: MovePlace, work: (client: pg.Client) => Promise<void>) =>
    onServer(urlOfPlane(servers, addressIn(place, tenantId)), work);
  await on(target, (client) => openTarget(client, route));
  await on(source, (client) => closeSource(client, route));
  await onControl(servers, (control) => advance(control, route.id, ['flipped', 'done']));
}

async function abandon(servers: Servers, move: Move) {
  if (move.source && move.target) {
    await onControl(servers, (control) => advance(control, move.id, ['cutting', 'following']));
    await reopenSource(servers, routeOf(move));
  }
  const owed = move.target ? await faultOf(clearAway(servers, move.tenantId, move.target)) : null;
  await onControl(servers, async (control) => {
    for (const state of ['waiting', 'copying', 'following'] as const) {
      await advance(control, move.id, [state, 'abandoned']);
    }
    if (owed) await oweClearing(control, move.id, owed);
  });
}

const faultOf = (work: Promise<void>): Promise<string | null> =>
  work.then(
    () => null,
    (error: Error) => error.message || 'Its server does not answer.',
  );

/** What lies at a target that cannot be reached goes later; nobody need wait for it. */
const oweClearing = (control: pg.Client, id: string, fault: string) =>
  control.query(
    `update control.moves set release_asked_at = now(), fault = $2,
       retry_at = now() + interval '5 seconds' where id = $1 and state = 'abandoned'`,
    [id, fault.slice(0, 500)],
  );
