import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { Demo } from './_front/demo';
import { FrontDoors } from './_front/front-doors';
import { Hero } from './_front/hero';
import { Isolation } from './_front/isolation';
import { Opening } from './_front/opening';
import { People } from './_front/people';
import { Pricing } from './_front/pricing';
import { SiteFrame } from './_parts/site-frame';

export const dynamic = 'force-static';

export const metadata: Metadata = {
  title: { absolute: 'Rowhouse: many workspaces in one house' },
};

const start = (
  <LinkButton href="/start" variant="primary">
    Start
  </LinkButton>
);

export default function Front() {
  return (
    <SiteFrame action={start}>
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
