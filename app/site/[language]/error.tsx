'use client';

import { FailedPage } from '@/components/shell/failed-page';

interface Props {
  error: Error & { digest?: string };
  retry: () => void;
}

export default function SiteFailed({ error, retry }: Props) {
  return <FailedPage retry={retry} digest={error.digest} />;
}
