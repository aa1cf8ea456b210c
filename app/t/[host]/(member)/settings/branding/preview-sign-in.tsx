import { Logo } from '@/components/brand/logo';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';

export function PreviewSignIn({ tokens }: { tokens: BrandTokens }) {
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
          {signIn.title || `Sign in to ${name}`}
        </p>
        {signIn.words ? <p className="mt-1.5 text-pretty text-muted">{signIn.words}</p> : null}
        <div className="mt-5 flex flex-col gap-4">
          <Field label="E-mail">
            <Input readOnly value="kim@example.com" />
          </Field>
          <Field label="Password">
            <Input readOnly type="password" value="0123456789" />
          </Field>
          <Button variant="primary" wide>
            Sign in
          </Button>
        </div>
        <p className="mt-4 text-link text-sm">E-mail me a link instead</p>
      </div>
      {whiteLabel ? null : <p className="mt-5 text-muted text-xs">Runs on Rowhouse</p>}
    </div>
  );
}
