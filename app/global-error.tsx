'use client';

import { Document } from '@/components/shell/document';
import { FailedPage } from '@/components/shell/failed-page';
import './globals.css';

interface Props {
  error: Error & { digest?: string };
}

/** When even the frame of a zone failed. Loads the page anew, since nothing of it stands. */
export default function GlobalError({ error }: Props) {
  return (
    <Document locale="en">
      <title>Back in a moment</title>
      <FailedPage digest={error.digest} />
    </Document>
  );
}
