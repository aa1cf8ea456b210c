import type pg from 'pg';
import { urlOfPlane } from '../copy/plane';
import { atOneMoment } from '../copy/rows';
import { onControl } from '../homes/prepare';
import { onServer, operatorUrl, type Servers } from '../homes/servers';
import { DownServers, isOfServer } from './down-servers';
import { begin, type Due, enter, hourOf, listDue, type Mark, moved } from './marks';
import { changesOf, type Source, sources } from './sources';

const tenantsAtOnce = 200;
/** A server that takes a line and answers nothing must not hold up the others for long. */
const answerMs = 60_000;

export interface Measured {
  tenants: number;
  faults: { schemaName: string; error: unknown }[];
}

/**
 * Counts for hours that are over what lasted in them: bytes, seats, backups. Each tenant's hours are
 * entered with the mark up to which they were counted, so that a repeat enters nothing twice. What
 * cannot be reached is counted once it can.
 */
export async function measureLasting(servers: Servers, most = 5_000): Promise<Measured> {
  const measured: Measured = { tenants: 0, faults: [] };
  for (const source of sources) {
    const down = new DownServers();
    // Page by page: those that cannot be reached stay due, and must not stand before all others.
    for (let after: string | null = null; ; ) {
      const due: Ended[] = await listDue(servers, source, { after, most });
      for (const group of groupsOf(due, source)) {
        await measureAt(servers, { source, group, down, measured });
      }
      if (due.length < most) break;
      after = due.at(-1)?.tenantId ?? null;
    }
  }
  return measured;
}

interface Measuring {
  source: Source;
  group: ReturnType<typeof groupsOf>[number];
  down: DownServers;
  measured: Measured;
}

async function measureAt(servers: Servers, { source, group, down, measured }: Measuring) {
  const { due, connection, url } = group;
  if (down.has(connection)) return;
  try {
    await onServer(
      url(servers),
      (client) => measureGroup(servers, { client, source, due, faults: measured.faults }),
      { answerMs },
    );
    measured.tenants += due.length;
  } catch (error) {
    down.note(connection, error);
    measured.faults.push({ schemaName: due[0]?.schemaName ?? '', error });
  }
}

type Ended = Due & { end: Date };

/** Tenants whose log stands in one schema, a few at a time. */
function groupsOf(due: readonly Ended[], { plane }: Source) {
  const places = new Map<string, Ended[]>();
  for (const one of due) {
    const at =
      plane === 'control' ? '' : [one.connection, one.databaseName, one.schemaName].join(' ');
    places.set(at, [...(places.get(at) ?? []), one]);
  }
  return [...places.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / tenantsAtOnce) }, (_, at) => {
      const part = all.slice(at * tenantsAtOnce, (at + 1) * tenantsAtOnce);
      const [first] = part as [Ended];
      const url = (servers: Servers) =>
        plane === 'control' ? operatorUrl(servers, 'primary') : urlOfPlane(servers, first);
      return { due: part, url, connection: plane === 'control' ? 'primary' : first.connection };
    }),
  );
}

interface Group {
  client: pg.Client;
  source: Source;
  due: readonly Ended[];
  faults: Measured['faults'];
}

async function measureGroup(servers: Servers, group: Group) {
  const { client, source, due } = group;
  for (const { mark, ...place } of due) if (!mark) await tryBegin(servers, group, place);
  const known = due.filter((one): one is Ended & { mark: Mark } => one.mark !== null);
  const [first] = known;
  if (!first) return;
  const schemaName = schemaOf(source, first);
  const since = new Map(known.map(({ tenantId, mark }) => [tenantId, mark.through]));
  const changes = await changesOf(client, source, { schemaName, since });
  await onControl(servers, async (control) => {
    for (const { tenantId, mark, end } of known) {
      const step = moved(source, mark, changes.get(tenantId) ?? new Map(), end);
      await enter(control, source, { tenantId, mark, ...step });
    }
  });
}

const schemaOf = ({ plane }: Source, { schemaName }: { schemaName: string }) =>
  plane === 'control' ? 'control' : schemaName;

/** One tenant that cannot be counted keeps nobody else from it, unless its server is gone. */
async function tryBegin(servers: Servers, group: Group, place: Omit<Ended, 'mark'>) {
  try {
    await beginAt(servers, group, place);
  } catch (error) {
    if (isOfServer(error)) throw error;
    group.faults.push({ schemaName: place.schemaName, error });
  }
}

/** How much there was when this hour began: what there is, without what came since. */
async function beginAt(
  servers: Servers,
  { client, source }: Group,
  place: Omit<Ended, 'mark'>,
): Promise<void> {
  const { tenantId } = place;
  const { hour, level } = await atOneMoment(client, async () => {
    const { rows } = await client.query<{ now: Date }>('select now()');
    const hour = hourOf(rows[0]?.now ?? new Date());
    return { hour, level: await levelAt({ client, source, place }, hour) };
  });
  await onControl(servers, (control) => begin(control, source, { tenantId, hour, level }));
}

interface Counting {
  client: pg.ClientBase;
  source: Source;
  place: Omit<Due, 'mark'>;
}

/** How much there was at an instant, by what there is at the client's moment and what came since. */
export async function levelAt({ client, source, place }: Counting, at: Date) {
  const { tenantId } = place;
  const present = await source.count(client, place);
  const schemaName = schemaOf(source, place);
  const since = new Map([[tenantId, at]]);
  const changes = (await changesOf(client, source, { schemaName, since })).get(tenantId);
  return Object.fromEntries(
    source.kinds.map((kind) => {
      const came = (changes?.get(kind) ?? []).reduce((sum, change) => sum + change.sum, 0n);
      return [kind, String((present[kind] ?? 0n) - came)];
    }),
  );
}
