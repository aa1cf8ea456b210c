import { useWording } from '@/lib/language/wording-provider';
import { Copied } from '../../_frame/copied';
import type { DomainRow } from './domain-row';

/** The record to set, and what came of the last check. */
export function RecordFields({ domain }: { domain: DomainRow }) {
  const t = useWording('settings');
  const { record, finding, others } = domain;
  return (
    <div className="grid gap-4">
      <p className="text-pretty">
        {t('Set this TXT record where the DNS of {domain} is kept, then check it here.', {
          domain: domain.domain,
        })}
      </p>
      <Copied label={t('Name')} value={record.name} copy={t('Copy the name')} />
      <Copied label={t('Expected value')} value={record.value} copy={t('Copy the value')} />
      {finding && finding !== 'right' ? (
        <div className="grid gap-1.5" role="status">
          <p className="font-medium text-sm">{t('Found')}</p>
          <p className="text-muted text-sm">
            {finding === 'other'
              ? t(
                  '{others, plural, one {# other text stands there} other {# other texts stand there}}, but not the expected one. Look at the name, and for characters before or behind the value.',
                  { others },
                )
              : t(findingWords[finding])}
          </p>
        </div>
      ) : null}
    </div>
  );
}

const findingWords = {
  none: 'No such record. A new one can take an hour until it is seen everywhere.',
  failed: 'The name servers of this domain do not answer. Try again in some minutes.',
  held: 'Another workspace has proven this domain. It is free three days after that proof is gone.',
} as const;
