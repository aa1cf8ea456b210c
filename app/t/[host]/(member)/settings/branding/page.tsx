import type { Metadata } from 'next';
import { openMemberPage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { brandingProcedures } from '@/lib/tenancy/brand-settings/procedures';
import { platformBrand } from '@/lib/tenancy/branding/presets';
import { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { BrandEditor } from './brand-editor';
import { BrandHistory } from './brand-history';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Branding') };
}

const firstColor = '#17694f';

export default async function Branding({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('branding.manage')) return <Refused door={door} title={t('Branding')} />;
  const { published, draft, mayHidePlatform } = await door.call(brandingProcedures.get, {});
  const { versions } = await door.call(brandingProcedures.history, {});
  const reader = readerOf(door);
  const tokens =
    draft?.tokens ??
    published?.tokens ??
    BrandTokens.parse({ color: firstColor, name: door.tenant.name });
  return (
    <BrandEditor
      key={`${published?.version} ${draft?.changedAt.getTime()}`}
      saved={tokens}
      hasDraft={draft !== null}
      version={published?.version ?? null}
      platform={published?.tokens.whiteLabel && mayHidePlatform ? null : platformBrand.name}
      mayHide={mayHidePlatform}
    >
      <BrandHistory
        versions={versions.map(({ version, state, tokens: own, changedAt, changedByName }) => ({
          version,
          isCurrent: state === 'published',
          color: own.color,
          name: own.name,
          at: formatTime(changedAt, reader),
          by: changedByName,
        }))}
      />
    </BrandEditor>
  );
}
