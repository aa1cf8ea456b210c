import type { ReactNode } from 'react';
import { BrandStyle } from '@/components/brand/brand-style';
import { ThemeScript } from './theme-script';

export type BareDocumentProps = {
  locale: 'en' | 'ko';
  /** The brand's variables; the platform's own when left out. */
  css?: string | undefined;
  children: ReactNode;
};

/** A document without words for what stands in it: language, brand and theme, before the first paint. */
export const BareDocument = ({ locale, css, children }: BareDocumentProps) => (
  <html lang={locale} suppressHydrationWarning>
    <head>
      {css ? <BrandStyle css={css} /> : null}
      <ThemeScript />
    </head>
    <body>{children}</body>
  </html>
);
