'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWording } from '@/lib/language/wording-provider';
import { darkRules, LetterView } from '@/lib/mail/letter-view';
import { type MailLook, mailLook } from '@/lib/mail/look';
import { legalLabels } from '@/lib/tenancy/branding/legal';
import { publishBrand } from '@/lib/tenancy/branding/publish';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';

interface Props {
  tokens: BrandTokens;
  side: 'light' | 'dark';
}

/** A mail as it is sent, drawn by the same component in a document where nothing can run. */
export function PreviewMail({ tokens, side }: Props) {
  const t = useWording('settings');
  const look = mailLook(publishBrand(tokens).brand, tokens.mail);
  const [body, setBody] = useState<HTMLElement | null>(null);
  // What the server drew may have loaded before anybody listened.
  const [isHere, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  return (
    <div className="flex min-w-0 flex-col">
      <p className="truncate border-line border-b bg-surface-raised px-4 py-3">
        <span className="font-semibold">{look.senderName}</span>{' '}
        <span className="text-muted">{t('Sign in to {name}', { name: tokens.name })}</span>
      </p>
      <div className="h-180">
        {isHere ? (
          <iframe
            title={t('Mail')}
            sandbox="allow-same-origin"
            srcDoc="<!doctype html><html><body style='margin:0'></body></html>"
            className="size-full"
            onLoad={(event) => setBody(event.currentTarget.contentDocument?.body ?? null)}
          />
        ) : null}
      </div>
      {body
        ? createPortal(
            <>
              <style>{`body{background:${look[side].ground}}${side === 'dark' ? darkRules(look) : ''}`}</style>
              <SampleLetter look={look} base={body.baseURI} />
            </>,
            body,
          )
        : null}
    </div>
  );
}

function SampleLetter({ look, base }: { look: MailLook; base: string }) {
  const t = useWording('settings');
  const letter = {
    heading: t('Sign in to {name}', { name: look.name }),
    paragraphs: [t('You asked for a link to sign in without a password.')],
    button: { label: t('Sign in'), url: new URL('/magic-link/example', base).href },
    note: t('The link works once, for 15 minutes. If you did not ask for it, leave it unused.'),
  };
  const words = {
    orOpen: t('Or open this address:'),
    terms: t(legalLabels.terms),
    privacy: t(legalLabels.privacy),
    imprint: t(legalLabels.imprint),
  };
  return <LetterView letter={letter} look={look} words={words} />;
}
