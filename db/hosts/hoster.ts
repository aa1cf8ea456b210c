import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import type { HosterSaid, hosterReasons, hosterStates } from '../schema/control';

/** A host of which the hoster is to be told. */
export interface DueName {
  host: string;
  /** Whether a tenant has it; else it was given up. */
  wanted: boolean;
  version: number;
  tries: number;
}

/** What the hoster answered. */
export interface ToldName {
  state: (typeof hosterStates)[number];
  reason: (typeof hosterReasons)[number] | null;
  said: HosterSaid;
}

/** Longer than an answer can take. */
const heldSeconds = 180;

/**
 * Takes up to `limit` names that are due, so that nobody else asks for them meanwhile: of an answer that
 * is under way and one that was asked for later, the earlier one never comes last.
 */
export const takeDueNames = async (servers: Servers, limit: number): Promise<DueName[]> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<DueName>(
      `update control.hoster_names n set held_until = now() + make_interval(secs => $2)
       where n.host in (
         select host from control.hoster_names
         where next_at <= now() and coalesce(held_until <= now(), true)
         order by next_at limit $1 for update skip locked)
       returning n.host, n.tenant_id is not null as wanted, n.version, n.tries`,
      [limit, heldSeconds],
    );
    return rows;
  });

interface Telling {
  hoster: string;
  name: DueName;
  /** Null where nothing is left to ask. */
  secondsToNext: number | null;
}

/** Notes what the hoster answered, unless the host has come to another tenant, or to none, meanwhile. */
export const noteTold = async (
  servers: Servers,
  { hoster, name, secondsToNext }: Telling,
  { state, reason, said }: ToldName,
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.hoster_names set held_until = null, hoster = $3, state = $4, reason = $5,
         said = $6, tries = $7, told_at = now(), next_at = now() + make_interval(secs => $8)
       where host = $1 and version = $2`,
      [
        ...[name.host, name.version, hoster, state, reason],
        ...[JSON.stringify(said), name.tries + 1, secondsToNext],
      ],
    );
    await letGo(control, name);
  });

/** Notes that the hoster knows a host no more. */
export const noteReleased = async (servers: Servers, name: DueName): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query('delete from control.hoster_names where host = $1 and version = $2', [
      ...[name.host, name.version],
    ]);
    await letGo(control, name);
  });

interface Fault {
  name: DueName;
  reason: (typeof hosterReasons)[number];
  seconds: number;
  /** Whether the hoster wants to be left alone altogether. */
  forAll: boolean;
}

/** Notes that the hoster was not heard; what it said before stays, why it refuses among it. */
export const noteFault = async (
  servers: Servers,
  { name, reason, seconds, forAll }: Fault,
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.hoster_names set held_until = null, tries = tries + 1,
         reason = case when state = 'refused' then reason else $3 end,
         next_at = now() + make_interval(secs => $4)
       where host = $1 and version = $2`,
      [name.host, name.version, reason, seconds],
    );
    if (forAll) {
      await control.query(
        `update control.hoster_names set next_at = now() + make_interval(secs => $1)
         where next_at < now() + make_interval(secs => $1)`,
        [seconds],
      );
    }
    await letGo(control, name);
  });

/** A host of another version is due by itself: nobody answered for it yet. */
const letGo = (control: Parameters<Parameters<typeof onControl>[1]>[0], { host }: DueName) =>
  control.query('update control.hoster_names set held_until = null where host = $1', [host]);

/** Has a hoster told of hosts that were there before it was, or of which another one was told. */
export const askForNames = async (servers: Servers, hoster: string): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `insert into control.hoster_names (host, tenant_id)
       select h.host, h.tenant_id from control.hosts h where h.tenant_id is not null
         and not exists (select 1 from control.hoster_names n where n.host = h.host)
       on conflict do nothing`,
    );
    await control.query(
      `update control.hoster_names set hoster = $1, state = 'asked', reason = null, said = null,
         tries = 0, told_at = null, next_at = now()
       where hoster <> $1`,
      [hoster],
    );
  });
