import { Status } from '@/components/ui/status';
import { useWording } from '@/lib/language/wording-provider';
import { Copied } from '../_frame/copied';
import type { DomainRow } from './domain-row';
import { Found, wordsOf } from './record';

type Told = NonNullable<DomainRow['certificate']>;

/** Where its certificate stands, and the record that the hoster asks for besides. */
export function CertificateFields({ certificate }: Pick<DomainRow, 'certificate'>) {
  const t = useWording('settings');
  if (!certificate) return null;
  const { record } = certificate;
  return (
    <div className="grid gap-3">
      <h3 className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 font-medium">
        {t('Certificate')}
        <StateOfCertificate certificate={certificate} />
      </h3>
      <Words certificate={certificate} />
      {record ? (
        <>
          <Copied label={t('Name')} value={record.name} copy={t('Copy the name')} />
          <Copied label={t('Expected value')} value={record.value} copy={t('Copy the value')} />
          <Found>
            {record.finding === 'right'
              ? t('The expected record. The platform’s hoster has not seen it yet.')
              : wordsOf(record, t)}
          </Found>
        </>
      ) : null}
    </div>
  );
}

function StateOfCertificate({ certificate: { state } }: { certificate: Told }) {
  const t = useWording('settings');
  switch (state) {
    case 'on_visit':
      return <Status tone="info">{t('With the first visit')}</Status>;
    case 'asked':
      return <Status>{t('Asked for')}</Status>;
    case 'waiting':
      return <Status tone="warning">{t('Waits for a record')}</Status>;
    case 'ready':
      return <Status tone="success">{t('Ready')}</Status>;
    case 'refused':
      return <Status tone="danger">{t('Refused')}</Status>;
  }
}

const silent = 'The platform’s hoster has not answered. It is asked again by itself.';

const reasonWords = {
  no_answer: silent,
  busy: silent,
  access: 'The platform’s hoster refuses the platform itself. Only its staff can mend that.',
  in_use: 'Somebody has this domain at the platform’s hoster already. Have it removed there first.',
  elsewhere:
    'Somebody has this domain at the platform’s hoster already. Have it removed there first.',
  invalid: 'The platform’s hoster does not take this name.',
  unpaid: 'The platform’s hoster takes no more domains for now. Ask the platform’s staff.',
} as const;

const waitingWords = {
  owner: 'The platform’s hoster knows this domain from another account. Set this TXT record too.',
  route: 'It is made once the platform’s hoster sees the record that leads here.',
} as const;

/** What there is to wait for or to mend, and when it is looked at again. */
function Words({ certificate: { state, reason, waitsFor, again } }: { certificate: Told }) {
  const t = useWording('settings');
  if (state === 'ready') return null;
  const words =
    state === 'on_visit'
      ? t('It is made when somebody first opens the domain, which takes some seconds longer.')
      : reason
        ? t(reasonWords[reason])
        : waitsFor
          ? t(waitingWords[waitsFor])
          : t('The platform’s hoster is being asked for it.');
  return (
    <p className="text-muted text-sm" role="status">
      {words} {again && state !== 'asked' ? t('Next look: {time}.', { time: again }) : null}
    </p>
  );
}
