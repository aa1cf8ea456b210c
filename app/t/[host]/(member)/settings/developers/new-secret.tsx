'use client';

import { CopyButton } from '@/components/ui/copy-button';
import { useWording } from '@/lib/language/wording-provider';

/** A secret that is copied to its receiver now. */
export function NewSecret({ secret }: { secret: string }) {
  const t = useWording('developers');
  return (
    <div className="grid gap-3 pb-2">
      <p className="text-muted">
        {t('It is not shown again. Your receiver checks the signature of each message with it.')}
      </p>
      <div className="flex items-center gap-2 rounded-control border border-line bg-surface-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 break-all text-sm">{secret}</code>
        <CopyButton value={secret} label={t('Copy secret')} />
      </div>
    </div>
  );
}
