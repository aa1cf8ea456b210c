import { Logo } from '@/components/brand/logo';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { legalLabels, listLinks, shownLinks } from '@/lib/tenancy/branding/legal';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';

interface Props {
  tokens: BrandTokens;
  platform: string | null;
}

export function PreviewSignIn({ tokens, platform }: Props) {
  const t = useWording('settings');
  const { name, logoPath, signIn, legal, whiteLabel } = tokens;
  const links = listLinks(shownLinks(legal));
  return (
    <div className="relative isolate flex min-w-0 flex-col items-center justify-center bg-surface-sunken px-4 py-6">
      <div className="absolute inset-x-0 top-0 -z-10 h-1/2 border-primary border-t-3 bg-linear-to-b from-brand-3 to-transparent" />
      <div className="mb-5 flex max-w-xs items-center gap-3">
        <Logo name={name} {...(logoPath && { src: logoPath })} size="large" decorative />
        {logoPath ? null : (
          <p className="min-w-0 text-balance font-semibold text-lg tracking-tight">{name}</p>
        )}
      </div>
      <div className="w-full max-w-xs rounded-dialog border border-line bg-surface-raised p-6 shadow-raised">
        <p className="text-balance font-semibold text-xl tracking-tight">
          {signIn.title || t('Sign in to {name}', { name })}
        </p>
        {signIn.words ? <p className="mt-1.5 text-pretty text-muted">{signIn.words}</p> : null}
        <div className="mt-5 flex flex-col gap-4">
          <Field label={t('E-mail')}>
            <Input readOnly value="kim@example.com" />
          </Field>
          <Field label={t('Password')}>
            <Input readOnly type="password" value="0123456789" />
          </Field>
          <Button variant="primary" wide>
            {t('Sign in')}
          </Button>
        </div>
        <p className="mt-4 text-link text-sm">{t('E-mail me a link instead')}</p>
      </div>
      <p className="mt-5 flex flex-wrap justify-center gap-x-4 text-muted text-xs">
        {links.map(({ kind }) => (
          <span key={kind}>{t(legalLabels[kind])}</span>
        ))}
        {whiteLabel ? null : <span>{runsOn(platform, t)}</span>}
      </p>
    </div>
  );
}

const runsOn = (platform: string | null, t: Wording<'settings'>) =>
  platform ? t('Runs on {platform}', { platform }) : t('The platform’s name');
