import { useWording } from '@/lib/language/wording-provider';
import { linkWords } from './link-names';

/** A linked record by its name. */
export function LinkChip({ name }: { name: string | undefined }) {
  const t = useWording('collections');
  return (
    <span
      className={`inline-block h-5 max-w-full truncate rounded-small border border-line bg-surface-sunken px-1.5 align-middle text-xs leading-5 ${name === undefined ? 'text-subtle' : ''}`}
    >
      {t.said(linkWords(name))}
    </span>
  );
}
