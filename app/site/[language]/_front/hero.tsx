import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';
import { ApiLink } from './api-link';

export async function Hero() {
  const t = await wording('site');
  return (
    <section className="mx-auto flex w-full max-w-6xl flex-col items-start px-4 pt-14 pb-10 sm:px-6 sm:pt-20">
      <h1 className="max-w-3xl text-balance font-semibold text-3xl tracking-tight">
        {t('One house, and a front door of their own for everybody in it')}
      </h1>
      <p className="mt-4 text-measure text-lg text-muted">
        {t(
          'Rowhouse runs many organisations on one installation: partners, campuses, agencies. Each gets a workspace with its own address, its own look, its own people and data that no other can reach. Opening one takes a short form.',
        )}
      </p>
      <div className="mt-6 flex flex-wrap gap-2">
        <LinkButton href="/start" variant="primary" size="large">
          {t('Start a workspace')}
        </LinkButton>
        <ApiLink size="large">{t('Read the API reference')}</ApiLink>
      </div>
    </section>
  );
}
