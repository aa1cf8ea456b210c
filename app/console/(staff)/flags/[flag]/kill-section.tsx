'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { useWording } from '@/lib/language/wording-provider';
import { killFlag, reviveFlag } from '../actions';

interface Props {
  flag: string;
  title: string;
  killed: boolean;
}

/** Switches a flag off for everybody, or takes that back. */
export function KillSection({ flag, title: english, killed }: Props) {
  const t = useWording('console');
  const title = t.said(english);
  return (
    <FormSection
      danger
      title={t('Kill switch')}
      description={t('Switches it off for everybody within a moment, over every other setting.')}
    >
      <div>
        {killed ? (
          <ReasonDialog
            trigger={<Button>{t('Take the kill switch back')}</Button>}
            title={t('Let {title} work again?', { title })}
            description={t(
              'What is set for tenants, roles, channels and shares holds again within two seconds.',
            )}
            action={t('Take the kill switch back')}
            done={t('{title} works again', { title })}
            confirm={(reason) => reviveFlag({ flag, reason })}
          />
        ) : (
          <ReasonDialog
            danger
            trigger={<Button variant="danger">{t('Switch off for everybody')}</Button>}
            title={t('Switch {title} off for everybody?', { title })}
            description={t(
              'Every tenant loses it within two seconds, on pages and over the API. Their settings are kept and hold again once you take this back.',
            )}
            action={t('Switch off for everybody')}
            done={t('{title} is off for everybody', { title })}
            confirm={(reason) => killFlag({ flag, reason })}
          />
        )}
      </div>
    </FormSection>
  );
}
