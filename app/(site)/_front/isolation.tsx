import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { FrontSection } from './front-section';
import { OwnDatabases, OwnSchemas, SharedTables } from './wall-drawings';

interface Wall {
  title: string;
  drawing: ReactNode;
  ready: boolean;
  text: string;
}

const walls: Wall[] = [
  {
    title: 'Shared tables',
    drawing: <SharedTables />,
    ready: true,
    text: 'Every row carries its workspace, and Postgres itself refuses any other: row-level security, forced, under a role that cannot turn it off. A query that names no workspace fails instead of finding nothing.',
  },
  {
    title: 'A schema of its own',
    drawing: <OwnSchemas />,
    ready: false,
    text: 'The same tables once more, in a schema that only this workspace’s database role may enter.',
  },
  {
    title: 'A database of its own',
    drawing: <OwnDatabases />,
    ready: false,
    text: 'A separate database with its own login, for those whose rules ask for it.',
  },
];

export function Isolation() {
  return (
    <FrontSection
      id="isolation"
      title="How strong is the wall between two workspaces?"
      lead="Three strengths are planned on one scale, with the same tables at each, so that a workspace can move along it. The first is what runs today."
    >
      <ol className="grid gap-x-10 gap-y-8 md:grid-cols-3">
        {walls.map(({ title, drawing, ready, text }) => (
          <li key={title}>
            <div className="grid h-36 place-items-center rounded-panel border border-line bg-surface-sunken p-4">
              {drawing}
            </div>
            <h3 className="mt-4 flex flex-wrap items-center gap-2 font-semibold text-lg">
              {title}
              <Badge tone={ready ? 'success' : 'neutral'}>{ready ? 'Runs today' : 'Planned'}</Badge>
            </h3>
            <p className="mt-1 text-pretty text-muted">{text}</p>
          </li>
        ))}
      </ol>
      <p className="mt-8 text-measure text-muted">
        Above the database, each operation checks host, session, membership and role anew on every
        call. A workspace you may not know of and one that does not exist answer with the same
        bytes.
      </p>
    </FrontSection>
  );
}
