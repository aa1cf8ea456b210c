'use client';

import { useRouter } from 'next/navigation';
import { Badge } from '@/components/ui/badge';
import { FormSection } from '@/components/ui/form-section';
import { formatDay, type Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import { AddPasskey } from './add-passkey';
import { RemovePasskey } from './remove-passkey';
import { RenamePasskey } from './rename-passkey';

export interface Passkey {
  id: string;
  name: string;
  host: string;
  here: boolean;
  synced: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
  suspectedAt: Date | null;
}

interface Props {
  passkeys: Passkey[];
  /** Whether one can be added on this host. */
  works: boolean;
  reader: Reader;
}

/** Keys of the person's devices: each opens the account on one host, without a password. */
export function Passkeys({ passkeys, works, reader }: Props) {
  const t = useWording('member');
  const router = useRouter();
  const refresh = () => router.refresh();
  return (
    <FormSection
      title={t('Passkeys')}
      description={t(
        'Sign in with your device’s lock instead of a password. Each works at the address it was made on.',
      )}
    >
      {passkeys.length === 0 ? (
        <p className="text-muted">{t('None yet.')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="flex flex-wrap items-center gap-3 py-2.5 first:pt-0">
              <PasskeyFacts passkey={passkey} reader={reader} />
              <div className="flex gap-2">
                <RenamePasskey passkey={passkey} onDone={refresh} />
                <RemovePasskey passkey={passkey} onDone={refresh} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {works ? <AddPasskey onDone={refresh} /> : null}
    </FormSection>
  );
}

function PasskeyFacts({ passkey, reader }: { passkey: Passkey; reader: Reader }) {
  const t = useWording('member');
  const { name, host, here, synced, createdAt, lastUsedAt, suspectedAt } = passkey;
  const day = formatDay(createdAt, reader);
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p className="flex flex-wrap items-center gap-2">
        <span className="truncate font-medium">{name}</span>
        {suspectedAt ? <Badge tone="danger">{t('Shut')}</Badge> : null}
        {here ? <Badge tone="success">{t('Works here')}</Badge> : null}
        {synced ? <Badge>{t('On several devices')}</Badge> : null}
      </p>
      <p className="text-muted text-sm">
        {host}
        {' · '}
        {lastUsedAt
          ? t('Made {day}, last used {used}', { day, used: formatDay(lastUsedAt, reader) })
          : t('Made {day}, never used', { day })}
      </p>
      {suspectedAt ? (
        <p className="text-danger-text text-sm">
          {t(
            'Its device counted backwards on {day}: somebody may have a copy. It opens nothing any more. Remove it and add a new one.',
            { day: formatDay(suspectedAt, reader) },
          )}
        </p>
      ) : null}
    </div>
  );
}
