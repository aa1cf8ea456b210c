import { Logo } from '@/components/brand/logo';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';

export function PreviewSignIn({ tokens }: { tokens: BrandTokens }) {
  const t = useWording('settings');
  const { name, logoPath, signIn, whiteLabel } = tokens;
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
      {whiteLabel ? null : <p className="mt-5 text-muted text-xs">{t('Runs on Rowhouse')}</p>}
    </div>
  );
}
