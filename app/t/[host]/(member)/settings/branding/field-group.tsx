import type { ReactNode } from 'react';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';
import type { ChangeTokens } from './use-brand-draft';

export interface BrandFieldsProps {
  tokens: BrandTokens;
  change: ChangeTokens;
  /** By path below the tokens, such as `signIn.title`. */
  errors: Record<string, string>;
}

interface Props {
  title: string;
  description?: string;
  children: ReactNode;
}

/** A part of the editor's narrow column. */
export function FieldGroup({ title, description, children }: Props) {
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {description ? <p className="text-muted text-sm">{description}</p> : null}
      </div>
      {children}
    </section>
  );
}
