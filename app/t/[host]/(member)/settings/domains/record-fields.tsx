import { Status } from '@/components/ui/status';
import { useWording } from '@/lib/language/wording-provider';
import { Copied } from '../_frame/copied';
import type { DomainRow } from './domain-row';

type Finding = DomainRow['proof']['finding'];

/** The TXT record that proves the domain, and what was found. */
export function ProofFields({ domain: { proof } }: { domain: DomainRow }) {
  const t = useWording('settings');
  return (
    <Record title={t('TXT record: proves that the domain is yours')} finding={proof.finding}>
      <Copied label={t('Name')} value={proof.name} copy={t('Copy the name')} />
      <Copied label={t('Expected value')} value={proof.value} copy={t('Copy the value')} />
      <Found>
        {proof.finding === 'other'
          ? t(
              '{others, plural, one {# other text stands there} other {# other texts stand there}}, but not the expected one. Look at the name, and for characters before or behind the value.',
              { others: proof.others },
            )
          : proof.finding === 'held'
            ? t(
                'The record is right, but another workspace has this domain, or had it in the last 30 days.',
              )
            : plain(proof.finding, t)}
      </Found>
    </Record>
  );
}

/** The record by which it leads here, and where it was found to lead. */
export function RouteFields({ domain: { host, route, checked } }: { domain: DomainRow }) {
  const t = useWording('settings');
  const { kind, values, finding, found } = route;
  return (
    <Record title={t('{kind} record: leads people here', { kind })} finding={finding}>
      <Copied label={t('Name')} value={host} copy={t('Copy the name')} />
      {values.map((value) => (
        <Copied key={value} label={t('Expected value')} value={value} copy={t('Copy the value')} />
      ))}
      <Found>
        {finding === 'other' ? (
          found.length > 0 ? (
            <code className="break-all">{found.join(', ')}</code>
          ) : (
            t('It leads elsewhere.')
          )
        ) : finding === null && checked ? (
          t('Looked for once the TXT record is found.')
        ) : (
          plain(finding, t)
        )}
      </Found>
    </Record>
  );
}

const findingWords = {
  none: 'No such record. A new one can take an hour until it is seen everywhere.',
  failed: 'The name servers of this domain do not answer. Try again in some minutes.',
} as const;

const plain = (finding: Finding, t: ReturnType<typeof useWording<'settings'>>) =>
  finding === 'none' || finding === 'failed' ? t(findingWords[finding]) : null;

interface RecordProps {
  title: string;
  finding: Finding;
  children: React.ReactNode;
}

function Record({ title, finding, children }: RecordProps) {
  const t = useWording('settings');
  return (
    <div className="grid gap-3">
      <h3 className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 font-medium">
        {title}
        {finding === 'right' ? <Status tone="success">{t('Found as expected')}</Status> : null}
      </h3>
      {children}
    </div>
  );
}

function Found({ children }: { children: React.ReactNode }) {
  const t = useWording('settings');
  if (!children) return null;
  return (
    <div className="grid gap-1.5" role="status">
      <p className="font-medium text-sm">{t('Found')}</p>
      <p className="text-muted text-sm">{children}</p>
    </div>
  );
}
