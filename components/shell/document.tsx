import type { ReactNode } from 'react';
import { BrandStyle } from '@/components/brand/brand-style';
import { WordsProvider } from '@/components/ui/words';
import { ThemeScript } from './theme-script';

export type DocumentProps = {
  locale: 'en' | 'ko';
  /** The brand's variables; the platform's own when left out. */
  css?: string | undefined;
  children: ReactNode;
};

/** The document around every page: language, brand and theme stand before the first paint. */
export function Document({ locale, css, children }: DocumentProps) {
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        {css ? <BrandStyle css={css} /> : null}
        <ThemeScript />
      </head>
      <body>
        <WordsProvider locale={locale}>{children}</WordsProvider>
      </body>
    </html>
  );
}
