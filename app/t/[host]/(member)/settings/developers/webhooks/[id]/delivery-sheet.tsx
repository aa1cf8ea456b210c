import { z } from 'zod';
import { hrefWith } from '@/app/_shared/query';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { Status } from '@/components/ui/status';
import type { MemberDoor } from '@/lib/doors/page';
import { formatSecond, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { webhookProcedures } from '@/lib/webhooks/procedures';
import { SheetFrame } from '../../../audit/sheet-frame';
import { deliveryWords } from '../../webhook-words';
import { answerWords } from './delivery-table';
import { ReplayButton } from './replay-button';

interface Props {
  door: MemberDoor;
  path: string;
  query: Record<string, string>;
  reader: Reader;
}

/** One message in full, named by the address: what was sent and what each try came to. */
export async function DeliverySheet({ door, path, query, reader }: Props) {
  const t = await wording('developers');
  const id = z.uuid().safeParse(query.message).data;
  const found = id ? await door.find(webhookProcedures.webhooks.delivery, { id }) : null;
  if (!found) return null;
  const { label, tone } = deliveryWords[found.state];
  const facts = [
    { id: 'state', term: t('State'), value: <Status tone={tone}>{t(label)}</Status> },
    { id: 'when', term: t('When'), value: formatSecond(found.createdAt, reader) },
    ...(found.nextAt && found.state === 'waiting'
      ? [{ id: 'next', term: t('Next try'), value: formatSecond(found.nextAt, reader) }]
      : []),
    {
      id: 'message',
      term: t('Id of the message'),
      value: (
        <span className="flex min-w-0 items-center gap-1">
          <span className="min-w-0 truncate font-mono text-sm">{`evt_${found.eventId}`}</span>
          <CopyButton value={`evt_${found.eventId}`} size="small" />
        </span>
      ),
    },
  ];
  return (
    <SheetFrame title={found.kind} closeHref={hrefWith(path, query, { message: undefined })}>
      <div className="flex flex-col gap-6">
        <DescriptionList items={facts} />
        <div>
          <ReplayButton id={found.id} />
        </div>
        <section>
          <h3 className="mb-2 font-semibold">{t('Tries')}</h3>
          {found.tries.length === 0 ? <p className="text-muted">{t('Not tried yet')}</p> : null}
          <ol className="grid gap-3">
            {found.tries.toReversed().map((one) => (
              <li key={one.at.toISOString()} className="grid gap-1">
                <p>
                  {answerWords(one, t)}
                  <span className="text-muted text-sm"> · {formatSecond(one.at, reader)}</span>
                </p>
                {one.answer ? <Shown label={t('Answer')} text={one.answer} /> : null}
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h3 className="mb-2 font-semibold">{t('What was sent')}</h3>
          <Shown
            label={t('What was sent')}
            text={JSON.stringify(JSON.parse(found.body), null, 2)}
          />
        </section>
      </div>
    </SheetFrame>
  );
}

/** A text that scrolls, for the keyboard too. */
const Shown = ({ label, text }: { label: string; text: string }) => (
  <section
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    tabIndex={0}
    className="scroll-quiet max-h-80 overflow-auto rounded-control bg-surface-sunken p-3"
  >
    <pre className="text-sm">{text}</pre>
  </section>
);
