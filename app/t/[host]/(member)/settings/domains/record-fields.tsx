import { useWording } from '@/lib/language/wording-provider';
import { Copied } from '../_frame/copied';
import type { DomainRow } from './domain-row';
import { Found, Record, wordsOf } from './record';

/** The TXT record that proves the domain, and what was found. */
export function ProofFields({ domain: { proof } }: { domain: DomainRow }) {
  const t = useWording('settings');
  return (
    <Record title={t('TXT record: proves that the domain is yours')} finding={proof.finding}>
      <Copied label={t('Name')} value={proof.name} copy={t('Copy the name')} />
      <Copied label={t('Expected value')} value={proof.value} copy={t('Copy the value')} />
      <Found>
        {proof.finding === 'held'
          ? t(
              'The record is right, but another workspace has this domain, or had it in the last 30 days.',
            )
          : wordsOf(proof, t)}
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
          wordsOf({ finding }, t)
        )}
      </Found>
    </Record>
  );
}
