import { z } from 'zod';
import { actWords, doorWords } from '@/app/_shared/act-words';
import { kindWords } from '@/app/_shared/kind-words';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { AuditEventId } from '@/lib/audit/get-event';
import { auditProcedures } from '@/lib/audit/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { formatSecond, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { actorWords } from './actor-words';
import { ChangeList } from './change-list';
import { pathWith } from './filter';
import { SheetFrame } from './sheet-frame';

interface Props {
  door: MemberDoor;
  query: Record<string, string>;
  reader: Reader;
}

const named = z.string().regex(/^\w+:[0-9a-f-]{36}$/);

/** One entry in full, named by the address as `plane:id`. */
export async function EventSheet({ door, query, reader }: Props) {
  const t = await wording('settings');
  const [plane, id] = named.safeParse(query.event).data?.split(':') ?? [];
  const asked = AuditEventId.safeParse({ plane, id });
  if (!asked.success) return null;
  const event = await door.call(auditProcedures.audit.get, asked.data);
  const facts = [
    { id: 'who', term: t('Who'), value: actorWords(event, t) },
    { id: 'when', term: t('When'), value: formatSecond(event.at, reader) },
    { id: 'through', term: t('Through'), value: t.said(doorWords(event.door)) },
    ...(event.address ? [{ id: 'from', term: t('From'), value: event.address }] : []),
    { id: 'procedure', term: t('Procedure'), value: <code>{event.procedure}</code> },
    ...(event.targetId
      ? [
          {
            id: 'about',
            term: t('About'),
            value: <Id text={`${kindWords(event.targetKind ?? '', t)} ${event.targetId}`} />,
          },
        ]
      : []),
    { id: 'request', term: t('Request'), value: <Id text={event.requestId} /> },
  ];
  return (
    <SheetFrame
      title={actWords(event.procedure, t.language)}
      closeHref={pathWith(query, { event: undefined })}
    >
      <div className="flex flex-col gap-6">
        <DescriptionList items={facts} />
        {Object.keys(event.detail).length > 0 ? (
          <section>
            <h3 className="mb-2 font-semibold">{t('Said with it')}</h3>
            <pre className="scroll-quiet overflow-x-auto rounded-control bg-surface-sunken p-3 text-sm">
              {JSON.stringify(event.detail, null, 2)}
            </pre>
          </section>
        ) : null}
        <ChangeList changes={event.changes} more={event.more} />
      </div>
    </SheetFrame>
  );
}

const Id = ({ text }: { text: string }) => (
  <span className="flex min-w-0 items-center gap-1">
    <span className="min-w-0 truncate font-mono text-sm">{text}</span>
    <CopyButton value={text} size="small" />
  </span>
);
