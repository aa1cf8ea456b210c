import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/description-list';
import { FormSection } from '@/components/ui/form-section';
import { formatDay, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { TierFacts } from '@/lib/tenancy/tier/shapes';
import { AskTierButton } from './ask-tier-button';
import { TierProgress } from './tier-progress';
import { tierWords } from './tier-words';

interface Props {
  facts: TierFacts;
  shard: string;
  movedAt: Date;
  reader: Reader;
  /** Whether the reader may ask for other walls. */
  manages: boolean;
}

/** What walls the data stands behind, what else there is, and how a change comes along. */
export async function TierSection({ facts, shard, movedAt, reader, manages }: Props) {
  const t = await wording('settings');
  const { tier, others, request, change } = facts;
  const busy = change !== null || request?.state === 'waiting';
  return (
    <FormSection
      title={t('Isolation')}
      description={t('How far your data stands from everybody else’s.')}
    >
      <TierProgress request={request} change={change} reader={reader} manages={manages} />
      <ul className="divide-y divide-line rounded-panel border border-line bg-surface-raised">
        <li className="p-4">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            {t(tierWords[tier].name)} <Badge tone="success">{t('Yours')}</Badge>
          </p>
          <p className="mt-1 text-measure text-muted">{t(tierWords[tier].meaning)}</p>
        </li>
        {manages
          ? others.map((other) => (
              <li key={other.tier} className="flex flex-wrap items-start justify-between gap-3 p-4">
                <div className="min-w-0 flex-1 basis-64">
                  <p className="font-medium">{t(tierWords[other.tier].name)}</p>
                  <p className="mt-1 text-measure text-muted text-sm">
                    {t(tierWords[other.tier].meaning)}
                  </p>
                </div>
                {busy ? null : <AskTierButton tier={other.tier} selfService={other.selfService} />}
              </li>
            ))
          : null}
      </ul>
      <DescriptionList
        items={[
          { id: 'shard', term: t('Database server'), value: shard },
          { id: 'since', term: t('There since'), value: formatDay(movedAt, reader) },
        ]}
      />
    </FormSection>
  );
}
