import { KeepFresh } from '@/components/shell/keep-fresh';
import { Spinner } from '@/components/ui/spinner';
import { wording } from '@/lib/language/request';
import { HomeSection } from './home-section';

const refreshMs = 700;

/** Stands where the collections will be while the first ones are being made. */
export const Filling = async () => {
  const t = await wording('member');
  return (
    <HomeSection title={t('Collections')}>
      <KeepFresh everyMs={refreshMs} />
      <p role="status" className="flex items-center gap-2 border-line border-t py-3 text-muted">
        <Spinner />
        {t('Your sample collections are being made.')}
      </p>
    </HomeSection>
  );
};
