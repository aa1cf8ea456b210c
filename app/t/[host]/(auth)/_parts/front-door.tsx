import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { AuthFrame } from '@/components/shell/auth-frame';
import { LanguageSwitch } from '@/lib/language/language-switch';
import { wording } from '@/lib/language/request';
import { LegalFooter } from '@/lib/tenancy/branding/legal-footer';
import { platformBrand } from '@/lib/tenancy/branding/presets';
import { looksOf } from '@/lib/tenancy/looks';

interface Props {
  /** Path segment that names host and brand version. */
  host: string;
  title?: ReactNode;
  words?: ReactNode;
  after?: ReactNode;
  children: ReactNode;
}

/** The frame of every page before sign-in, in the tenant's looks; reads the path alone. */
export async function FrontDoor({ host, title, words, after, children }: Props) {
  const t = await wording('auth');
  const looks = await looksOf(host);
  if (!looks) notFound();
  const { name, logo, title: ownTitle, words: ownWords, legal, whiteLabel } = looks.brand;
  return (
    <AuthFrame
      brand={{ name, ...(logo && { logo }) }}
      title={title ?? ownTitle ?? t('Sign in to {name}', { name })}
      words={title ? words : (ownWords ?? words)}
      after={after}
      footer={
        <>
          <LegalFooter legal={legal} />
          <LanguageSwitch />
          {whiteLabel ? null : (
            <span className="py-1">
              {t('Runs on {platform}', { platform: platformBrand.name })}
            </span>
          )}
        </>
      }
    >
      {children}
    </AuthFrame>
  );
}
