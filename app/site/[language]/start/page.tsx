import type { Metadata } from 'next';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { pictureLabels } from '../_parts/picture-labels';
import { SiteFrame } from '../_parts/site-frame';
import { StartForm } from './start-form';

export const dynamic = 'force-static';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('site');
  return { title: t('Start a workspace') };
}

export default async function Start() {
  const t = await wording('site');
  return (
    <SiteFrame>
      <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
        <h1 className="font-semibold text-2xl tracking-tight">{t('Start a workspace')}</h1>
        <p className="mt-1 mb-8 text-measure text-lg text-muted">
          {t(
            'Four short steps. Nothing is written before the last one, and everything but the address can be changed later.',
          )}
        </p>
        <Worded areas={['start']}>
          <StartForm labels={{ en: pictureLabels('en'), ko: pictureLabels('ko') }} />
        </Worded>
      </div>
    </SiteFrame>
  );
}
