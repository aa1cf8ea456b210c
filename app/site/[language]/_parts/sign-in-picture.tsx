import type { CSSProperties } from 'react';
import { AuthFrame } from '@/components/shell/auth-frame';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { fill } from '@/lib/language/fill';
import type { BrandVariables } from '@/lib/tenancy/branding/variables';
import type { PictureLabels } from './picture-labels';

export interface SignInPictureProps {
  name: string;
  logo?: string | undefined;
  words?: string | undefined;
  /** As the address bar shows it. */
  address: string;
  side: 'light' | 'dark';
  labels: PictureLabels;
  variables: BrandVariables;
  className?: string;
}

/** A tenant's sign-in page in its brand, made of the parts that the real one is made of. */
export function SignInPicture(props: SignInPictureProps) {
  const { name, logo, words, address, side, labels, variables, className } = props;
  return (
    <div
      inert
      lang={labels.language}
      data-brand-preview={side}
      style={variables as CSSProperties}
      className={cn(
        'flex flex-col overflow-hidden rounded-panel border border-line-strong bg-surface font-sans text-ink shadow-raised',
        className,
      )}
    >
      <div className="flex h-8 shrink-0 items-center gap-2 border-line border-b bg-surface px-3">
        <span className="min-w-0 flex-1 truncate text-center text-muted text-xs [font-variant-ligatures:no-contextual]">
          {address}
        </span>
      </div>
      <div className="min-h-0 flex-1 [zoom:0.7] [&>div]:h-full">
        <AuthFrame
          asPicture
          brand={{ name, ...(logo && { logo }) }}
          title={fill(labels.title, { name }, labels.language)}
          words={words}
        >
          <div className="grid gap-4">
            <Field label={labels.email}>
              <Input readOnly tabIndex={-1} />
            </Field>
            <Field label={labels.password}>
              <Input readOnly tabIndex={-1} type="password" />
            </Field>
            <Button variant="primary" size="large" wide tabIndex={-1}>
              {labels.signIn}
            </Button>
          </div>
        </AuthFrame>
      </div>
    </div>
  );
}
