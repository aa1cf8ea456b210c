import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';
import { Demo } from './_front/demo';
import { FrontDoors } from './_front/front-doors';
import { Hero } from './_front/hero';
import { Isolation } from './_front/isolation';
import { Opening } from './_front/opening';
import { People } from './_front/people';
import { Pricing } from './_front/pricing';
import { SiteFrame } from './_parts/site-frame';

export const dynamic = 'force-static';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('site');
  return { title: { absolute: t('Rowhouse: many workspaces in one house') } };
}

export default async function Front() {
  const t = await wording('site');
  return (
    <SiteFrame
      action={
        <LinkButton href="/start" variant="primary">
          {t('Start')}
        </LinkButton>
      }
    >
      <Hero />
      <FrontDoors />
      <People />
      <Opening />
      <Isolation />
      <Pricing />
      <Demo />
    </SiteFrame>
  );
}
