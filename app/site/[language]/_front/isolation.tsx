import type { ReactNode } from 'react';
import { wording } from '@/lib/language/request';
import type { Plain } from '@/lib/language/wording';
import { FrontSection } from './front-section';
import { OwnDatabases, OwnSchemas, SharedTables } from './wall-drawings';

interface Wall {
  title: Plain<'site'>;
  drawing: ReactNode;
  text: Plain<'site'>;
}

const walls: Wall[] = [
  {
    title: 'Shared tables',
    drawing: <SharedTables />,
    text: 'Every row carries its workspace, and Postgres itself refuses any other: row-level security, forced, under a role that cannot turn it off. A query that names no workspace fails instead of finding nothing.',
  },
  {
    title: 'A schema of its own',
    drawing: <OwnSchemas />,
    text: 'The same tables once more, in a schema that the workspace’s own database login alone may enter. That login reaches nothing else.',
  },
  {
    title: 'A database of its own',
    drawing: <OwnDatabases />,
    text: 'A separate database with a login of its own, for those whose rules ask for it. It can stand on any of several servers.',
  },
];

export async function Isolation() {
  const t = await wording('site');
  return (
    <FrontSection
      id="isolation"
      title={t('How strong is the wall between two workspaces?')}
      lead={t(
        'Three strengths, with the same tables at each. A workspace moves from one to another, or to another server, while its people work.',
      )}
    >
      <ol className="grid gap-x-10 gap-y-8 md:grid-cols-3">
        {walls.map(({ title, drawing, text }) => (
          <li key={title}>
            <div className="grid h-36 place-items-center rounded-panel border border-line bg-surface-sunken p-4">
              {drawing}
            </div>
            <h3 className="mt-4 font-semibold text-lg">{t(title)}</h3>
            <p className="mt-1 text-pretty text-muted">{t(text)}</p>
          </li>
        ))}
      </ol>
      <p className="mt-8 text-measure text-muted">
        {t(
          'Above the database, each operation checks host, session, membership and role anew on every call. A workspace you may not know of and one that does not exist answer with the same bytes.',
        )}
      </p>
    </FrontSection>
  );
}
