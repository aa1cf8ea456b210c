'use client';

import { useRouter } from 'next/navigation';
import { MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import { listedView } from '../../view/fit';
import { type PageView, shownFields, wholeFilters } from '../../view/state';
import { restQuery } from '../../view/url';
import { api } from '../data/api';

export interface ExportMenuProps {
  collection: Collection;
  view: PageView;
}

/** From here on a file is made while nobody waits. */
const manyRecords = 20_000;

const formats = [
  { format: 'csv', label: 'CSV' },
  { format: 'xlsx', label: 'Excel' },
  { format: 'json', label: 'JSON' },
];

/** What is shown, or everything, as a file: at once, or of a large collection when it is ready. */
export function ExportMenuItems({ collection, view }: ExportMenuProps) {
  const t = useWording('collections');
  const start = useStartExport(collection.id);
  const many = collection.recordCount > manyRecords;
  const keys =
    view.hidden.length + view.order.length > 0
      ? shownFields(collection.fields, view).map(({ key }) => key)
      : undefined;
  const listed = listedView(view, collection.fields);
  const shown = { ...listed, filters: wholeFilters(listed.filters ?? []), fields: keys };
  const path = `/api/v1/collections/${collection.id}/export`;
  const query = restQuery(listed);
  for (const [index, key] of (keys ?? []).entries()) query.set(`fields[${index}]`, key);
  const whats = [
    { what: t('This view'), query, asked: shown },
    { what: t('All records'), query: new URLSearchParams(), asked: {} },
  ];
  return (
    <>
      {whats.map(({ what, query: narrowed, asked }, at) => (
        <div key={what}>
          {at > 0 ? <MenuSeparator /> : null}
          <MenuLabel>{what}</MenuLabel>
          {formats.map(({ format, label }) =>
            many ? (
              <MenuItem
                key={format}
                aria-label={t('{what} as {label}, in the background', { what, label })}
                onSelect={() => void start({ ...asked, format })}
              >
                {label}
              </MenuItem>
            ) : (
              <MenuItem key={format} asChild>
                <a
                  href={`${path}?${withFormat(narrowed, format)}`}
                  download
                  aria-label={t('{what} as {label}', { what, label })}
                >
                  {label}
                </a>
              </MenuItem>
            ),
          )}
        </div>
      ))}
    </>
  );
}

function withFormat(query: URLSearchParams, format: string) {
  const next = new URLSearchParams(query);
  next.set('format', format);
  return next;
}

/** Has a file made and leads to where it will be. */
function useStartExport(collectionId: string) {
  const t = useWording('collections');
  const router = useRouter();
  return async (asked: object) => {
    const answer = await api('POST', `/collections/${collectionId}/exports`, asked);
    if (!answer.ok) {
      notify.failed(t('No file is being made'), { description: answer.error.message });
      return;
    }
    notify.done(t('The file is being made'), {
      description: t('It will be here, and you get a mail when it is ready.'),
    });
    router.push(`/collections/${collectionId}/transfers`);
  };
}
