'use client';

import { BareDocument } from '@/components/shell/bare-document';
import { FailedPage } from '@/components/shell/failed-page';
import { failedWords } from '@/components/shell/failed-words';
import { languageShown } from '@/lib/language/shown';
import './globals.css';

interface Props {
  error: Error & { digest?: string };
}

/** When even the frame of a zone failed. Loads the page anew, since nothing of it stands. */
export default function GlobalError({ error }: Props) {
  const locale = languageShown();
  return (
    <BareDocument locale={locale}>
      <title>{failedWords[locale].title}</title>
      <FailedPage locale={locale} digest={error.digest} />
    </BareDocument>
  );
}
