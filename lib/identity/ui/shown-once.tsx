import { CopyButton } from '@/components/ui/copy-button';
import { useWording } from '@/lib/language/wording-provider';

/** A secret that its maker copies now. */
export const ShownOnce = ({ token }: { token: string }) => {
  const t = useWording('shared');
  return (
    <div className="grid gap-3 pb-2">
      <p className="text-muted">
        {t('It is not shown again. Keep it where your script reads secrets.')}
      </p>
      <div className="flex items-center gap-2 rounded-control border border-line bg-surface-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 break-all text-sm">{token}</code>
        <CopyButton value={token} label={t('Copy token')} />
      </div>
    </div>
  );
};
