import type { Metadata } from 'next';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { platformFlagsProcedures } from '@/lib/platform/flags/procedures';
import { readerIn } from '../../_frame/words';
import { Effects } from './effects';
import { FlagFacts } from './flag-facts';
import { KillSection } from './kill-section';
import { Overridden } from './overridden';
import { RulesForm } from './rules-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Flag') };
}

export default async function Flag({ params }: { params: Promise<{ flag: string }> }) {
  const t = await wording('console');
  const door = await openConsolePage();
  const key = decodeURIComponent((await params).flag);
  const flag = await door.call(platformFlagsProcedures.get, { flag: key });
  return (
    <PageFrame
      title={t.said(flag.title)}
      description={t.said(flag.description)}
      breadcrumb={
        <Breadcrumb label={t('Where this is')} crumbs={[{ label: t('Flags'), href: '/flags' }]} />
      }
    >
      {flag.killedAt ? (
        <Banner
          tone="danger"
          title={t('Switched off for everybody {time} UTC', {
            time: formatTime(flag.killedAt, readerIn(t.language)),
          })}
        >
          {t('Nothing else that is said below counts until the kill switch is taken back.')}
        </Banner>
      ) : null}
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <FlagFacts flag={flag} />
        <div className="flex min-w-0 flex-col gap-8">
          <Effects flag={flag} />
          <Overridden flag={flag} />
        </div>
      </div>
      <RulesForm key={flag.revision} flag={flag} />
      <KillSection flag={flag.flag} title={flag.title} killed={flag.killedAt !== null} />
    </PageFrame>
  );
}
