import { Circle, CircleCheck } from 'lucide-react';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  label: string;
  account: { name: string | null; email: string } | null;
  isNext: boolean;
}

export function ProvenAccount({ label, account, isNext }: Props) {
  const t = useWording('auth');
  return (
    <li className="flex items-start gap-2.5" aria-current={isNext ? 'step' : undefined}>
      {account ? (
        <CircleCheck className="mt-0.5 size-4 shrink-0 text-success-text" aria-hidden />
      ) : (
        <Circle className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden />
      )}
      <span className="min-w-0">
        <span className={isNext ? 'block font-medium' : 'block'}>{label}</span>
        <span className="block truncate text-muted text-sm">
          {account
            ? account.name
              ? `${account.name} · ${account.email}`
              : t('{email}, a new account', { email: account.email })
            : t('Not proven yet')}
        </span>
      </span>
    </li>
  );
}
