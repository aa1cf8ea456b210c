import { useWording } from '@/lib/language/wording-provider';
import type { FieldInputProps } from './type-ui';

/** What a look-up shows; nobody writes it. */
export function LookedUp({ value, id }: FieldInputProps) {
  const t = useWording('collections');
  const texts = Array.isArray(value) ? value : [];
  return (
    <p id={id} className="min-h-control py-1.5 text-muted">
      {texts.length > 0 ? texts.join(', ') : t('Nothing to show')}
    </p>
  );
}
