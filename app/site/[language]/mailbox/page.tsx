import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { openPage } from '@/lib/doors/page';
import { formatSecond } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { mailProcedures } from '@/lib/mail/procedures';
import { LinkedText } from './linked-text';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('site');
  return { title: t('Local mailbox'), robots: { index: false } };
}

/** Mails that stayed on this machine because no SMTP server is set. */
export default async function Mailbox() {
  const door = await openPage();
  const t = await wording('site');
  const { mails } = await door.call(mailProcedures.mailbox.list, {});
  return (
    <main>
      <PageFrame
        title={t('Local mailbox')}
        description={t('No SMTP server is set, so mails stay on this machine. The newest hundred.')}
        width="prose"
      >
        {mails.length === 0 ? (
          <EmptyState
            title={t('No mail yet')}
            description={t(
              'Ask for a sign-in link or invite somebody, and the mail shows up here.',
            )}
          />
        ) : (
          <ul className="grid gap-4">
            {mails.map((mail) => (
              <li key={mail.id} className="rounded-panel border border-line bg-surface-raised p-4">
                <h2 className="font-semibold">{mail.subject}</h2>
                <p className="text-muted text-sm">
                  {t('{sender} to {recipient}', mail)} ·{' '}
                  {formatSecond(mail.at, { locale: t.language, timeZone: 'UTC' })} UTC
                </p>
                <LinkedText text={mail.text} />
              </li>
            ))}
          </ul>
        )}
      </PageFrame>
    </main>
  );
}
