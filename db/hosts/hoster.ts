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
  /** When it was due, exactly: where that is another by now, it was asked for anew. */
  dueAt: string;
}

/** What the hoster answered. */
export interface ToldName {
  state: (typeof hosterStates)[number];
  reason: (typeof hosterReasons)[number] | null;
  said: HosterSaid;
}

/** Longer than an answer can take. */
const heldSeconds = 180;

/** What a tenant has the hoster asked for within an hour, and how much of it at once. */
const [askedAnHour, askedAtOnce] = [60, 20];

/** So often in a row it is not heard, before one name at a time is tried. */
const mostFaults = 8;

/**
 * Takes up to `limit` names that are due, so that nobody else asks for them meanwhile: of an answer that
 * is under way and one that was asked for later, the earlier one never comes last. None while the
 * hoster is to be left alone. Tenants take turns, and one that asks for more than its share waits.
 */
export const takeDueNames = async (servers: Servers, limit: number): Promise<DueName[]> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<DueName>(
      `with taken as (
         update control.hoster_names n
         set held_until = now() + make_interval(secs => $2), asked_at = now()
         where n.host in (
           select due.host from control.hoster_names due
           left join control.hoster_turns t on t.of = due.tenant_id::text
           where due.next_at <= now() and coalesce(due.held_until <= now(), true)
             and coalesce(t.until <= now() + $4 * interval '1 hour' / $3, true)
             and not exists (
               select from control.hoster_turns where of = 'hoster' and until > now())
           order by greatest(t.until, due.next_at)
           limit (select case when exists (
             select from control.hoster_turns where of = 'hoster' and faults >= $5)
             then 1 else $1::integer end)
           for update of due skip locked)
         returning n.host, n.tenant_id, n.version, n.tries, n.next_at),
       counted as (
         insert into control.hoster_turns as t (of, until)
         select tenant_id, now() + count(*) * interval '1 hour' / $3
         from taken where tenant_id is not null group by tenant_id order by tenant_id
         on conflict (of) do update
         set until = greatest(t.until, now()) + (excluded.until - now()))
       select host, tenant_id is not null as wanted, version, tries, next_at::text as "dueAt"
       from taken`,
      [limit, heldSeconds, askedAnHour, askedAtOnce, mostFaults],
    );
    return rows;
  });

interface Telling {
  hoster: string;
  name: DueName;
  /** Null where nothing is left to ask. */
  secondsToNext: number | null;
}

/**
 * Notes what the hoster answered, unless the host has come to another tenant, or to none, meanwhile.
 * Where it was asked for anew meanwhile, that still comes.
 */
export const noteTold = async (
  servers: Servers,
  { hoster, name, secondsToNext }: Telling,
  { state, reason, said }: ToldName,
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.hoster_names set held_until = null, hoster = $3, state = $4, reason = $5,
         said = $6, told_at = now(),
         tries = case when next_at = $9::timestamptz then $7 else tries end,
         next_at = case when next_at = $9::timestamptz
           then now() + make_interval(secs => $8) else next_at end
       where host = $1 and version = $2`,
      [
        ...[name.host, name.version, hoster, state, reason],
        ...[JSON.stringify(said), name.tries + 1, secondsToNext, name.dueAt],
      ],
    );
    await letGo(control, name);
    await noteHeard(control);
  });

/** Notes that the hoster knows a host no more. */
export const noteReleased = async (servers: Servers, name: DueName): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query('delete from control.hoster_names where host = $1 and version = $2', [
      ...[name.host, name.version],
    ]);
    await letGo(control, name);
    await noteHeard(control);
  });

interface Fault {
  name: DueName;
  reason: (typeof hosterReasons)[number];
  /** To the next question for this name. */
  seconds: number;
  /** For which the hoster wants to be left alone altogether. */
  restSeconds: number;
}

/**
 * Notes that the hoster was not heard; what it said before stays, why it refuses among it. Of a host
 * that it may yet begin to answer for nobody else asks until that is over.
 */
export const noteFault = async (
  servers: Servers,
  { name, reason, seconds, restSeconds }: Fault,
): Promise<void> =>
  await onControl(servers, async (control) => {
    const mayCome = name.wanted && reason === 'no_answer';
    await control.query(
      `update control.hoster_names set tries = tries + 1,
         held_until = case when $6 then held_until end,
         reason = case when state = 'refused' then reason else $3 end,
         next_at = case when next_at = $5::timestamptz
           then greatest(now() + make_interval(secs => $4), case when $6 then held_until end)
           else next_at end
       where host = $1 and version = $2`,
      [name.host, name.version, reason, seconds, name.dueAt, mayCome],
    );
    if (!mayCome) await letGo(control, name);
    await control.query(
      `insert into control.hoster_turns as t (of, until, faults)
       values ('hoster', now() + make_interval(secs => $1), $2)
       on conflict (of) do update set faults = t.faults + excluded.faults, until = greatest(t.until,
         excluded.until, case when t.faults + excluded.faults >= $3 then now() + make_interval(
           secs => least(10 * 2 ^ least(t.faults + excluded.faults - $3, 10), $4)) end)`,
      [restSeconds, reason === 'busy' ? 0 : 1, mostFaults, longestRestSeconds],
    );
  });

/** With one question after each, this is how late it is noticed that the hoster is back. */
const longestRestSeconds = 300;

type Control = Parameters<Parameters<typeof onControl>[1]>[0];

/** A host of another version is due by itself: nobody answered for it yet. */
const letGo = (control: Control, { host }: DueName) =>
  control.query('update control.hoster_names set held_until = null where host = $1', [host]);

const noteHeard = (control: Control) =>
  control.query(`update control.hoster_turns set faults = 0 where of = 'hoster' and faults > 0`);

/**
 * Has a hoster told of hosts that were there before it was, or of which another one was told, and of
 * those that the list and `hosts` differ about.
 */
export const askForNames = async (servers: Servers, hoster: string): Promise<void> =>
  await onControl(servers, async (control) => {
    // Locked, so that one that is given up at this moment is in the list before that is noted there.
    await control.query(
      `insert into control.hoster_names (host, tenant_id)
       select h.host, h.tenant_id from control.hosts h where h.tenant_id is not null
         and not exists (select 1 from control.hoster_names n where n.host = h.host)
       order by h.host for share of h
       on conflict do nothing`,
    );
    // By version as well: one that came to another tenant in this moment is not taken from it.
    await control.query(
      `update control.hoster_names n set tenant_id = null, version = n.version + 1,
         state = 'asked', reason = null, said = null, tries = 0, next_at = now()
       from (
         select s.host, s.version from control.hoster_names s where s.tenant_id is not null
           and not exists (select 1 from control.hosts h
             where h.host = s.host and h.tenant_id = s.tenant_id)) as stray
       where n.host = stray.host and n.version = stray.version`,
    );
    await control.query(
      `update control.hoster_names set hoster = $1, state = 'asked', reason = null, said = null,
         tries = 0, told_at = null, next_at = now()
       where hoster <> $1`,
      [hoster],
    );
    await control.query(`delete from control.hoster_turns where of <> 'hoster' and until <= now()`);
  });
