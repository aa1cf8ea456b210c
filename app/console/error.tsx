'use client';

import { FailedPage } from '@/components/shell/failed-page';
import { useLanguage } from '@/lib/language/wording-provider';

interface Props {
  error: Error & { digest?: string };
  retry: () => void;
}

export default function ConsoleFailed({ error, retry }: Props) {
  return <FailedPage locale={useLanguage()} retry={retry} digest={error.digest} />;
}
