'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { RevertDialog } from './revert-dialog';

interface PublishedVersion {
  version: number;
  isCurrent: boolean;
  color: string;
  name: string;
  at: string;
  by: string | null;
}

/** What was published, newest first; each can be published again. */
export function BrandHistory({ versions }: { versions: PublishedVersion[] }) {
  const t = useWording('settings');
  const [chosen, setChosen] = useState<PublishedVersion | null>(null);
  return (
    <section className="flex flex-col gap-3 border-line border-t pt-6">
      <h2 className="font-semibold">{t('History')}</h2>
      <ol className="flex flex-col">
        {versions.map((one) => (
          <li
            key={one.version}
            className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2"
          >
            <span
              aria-hidden
              style={{ background: one.color }}
              className="size-5 shrink-0 rounded-small border border-line"
            />
            <span className="font-medium">{t('Version {version}', { version: one.version })}</span>
            <span className="min-w-0 flex-1 truncate text-muted">
              {one.name}, {one.at}
              {one.by ? `, by ${one.by}` : ''}
            </span>
            {one.isCurrent ? (
              <Badge tone="success">{t('Live')}</Badge>
            ) : (
              <Button size="small" onClick={() => setChosen(one)}>
                {t('Publish again')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {chosen ? <RevertDialog version={chosen.version} onClose={() => setChosen(null)} /> : null}
    </section>
  );
}
