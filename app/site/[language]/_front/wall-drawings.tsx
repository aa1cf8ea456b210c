const rows = [
  { id: 1, tenant: 'a' },
  { id: 2, tenant: 'b' },
  { id: 3, tenant: 'a' },
  { id: 4, tenant: 'c' },
  { id: 5, tenant: 'b' },
  { id: 6, tenant: 'c' },
] as const;
const tenants = ['a', 'b', 'c'] as const;
const fills = { a: 'bg-chart-1', b: 'bg-chart-2', c: 'bg-chart-3' };

/** One table in which rows of three workspaces lie together. */
export function SharedTables() {
  return (
    <div aria-hidden className="grid w-40 gap-1 rounded-control border border-line-strong p-2">
      {rows.map(({ id, tenant }) => (
        <Row key={id} tenant={tenant} />
      ))}
    </div>
  );
}

/** Three tables beside each other behind one frame. */
export function OwnSchemas() {
  return (
    <div
      aria-hidden
      className="grid w-52 grid-cols-3 gap-2 rounded-control border border-line-strong p-2"
    >
      {tenants.map((tenant) => (
        <Table key={tenant} tenant={tenant} />
      ))}
    </div>
  );
}

/** Three frames, each with its table. */
export function OwnDatabases() {
  return (
    <div aria-hidden className="grid w-60 grid-cols-3 gap-4">
      {tenants.map((tenant) => (
        <div key={tenant} className="rounded-control border border-line-strong p-2">
          <Table tenant={tenant} />
        </div>
      ))}
    </div>
  );
}

type Tenant = (typeof tenants)[number];

const Table = ({ tenant }: { tenant: Tenant }) => (
  <div className="grid gap-1 rounded-small border border-line border-dashed p-1">
    <Row tenant={tenant} />
    <Row tenant={tenant} />
    <Row tenant={tenant} />
  </div>
);

const Row = ({ tenant }: { tenant: Tenant }) => (
  <span className="flex items-center gap-1.5">
    <span className={`size-2 shrink-0 rounded-full ${fills[tenant]}`} />
    <span className="h-1.5 flex-1 rounded-full bg-surface-active" />
  </span>
);
