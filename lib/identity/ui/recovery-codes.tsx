'use client';

import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  codes: string[];
  onKept: () => void;
}

/** Recovery codes, the one time they are seen. */
export function RecoveryCodes({ codes, onKept }: Props) {
  const t = useWording('shared');
  const text = codes.join('\n');
  return (
    <div className="grid gap-4 pb-2">
      <p className="text-muted">
        {t(
          'Each opens your account once when your second factor is lost. They are not shown again.',
        )}
      </p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-control border border-line bg-surface-sunken p-4 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton value={text} label={t('Copy codes')} />
        <a
          className="self-center text-link text-sm underline-offset-4 hover:underline"
          download="recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          {t('Save as a file')}
        </a>
      </div>
      <Button variant="primary" wide onClick={onKept}>
        {t('I have kept them')}
      </Button>
    </div>
  );
}
