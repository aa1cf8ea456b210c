'use client';

import { Document } from '@/components/shell/document';
import { FailedPage } from '@/components/shell/failed-page';
import { uiWords } from '@/components/ui/words-table';
import { languageShown } from '@/lib/language/shown';
import './globals.css';

interface Props {
  error: Error & { digest?: string };
}

/** When even the frame of a zone failed. Loads the page anew, since nothing of it stands. */
export default function GlobalError({ error }: Props) {
  const locale = languageShown();
  return (
    <Document locale={locale}>
      <title>{uiWords[locale].backSoon}</title>
      <FailedPage digest={error.digest} />
    </Document>
  );
}
