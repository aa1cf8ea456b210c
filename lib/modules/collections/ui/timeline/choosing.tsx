import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  /** Of the record that is to be waited for. */
  title: string;
  onCancel: () => void;
}

/** Says that the next bar somebody opens becomes the one that waits. */
export function Choosing({ title, onCancel }: Props) {
  const t = useWording('collections');
  return (
    <p role="status" className="flex flex-wrap items-center gap-2 text-sm">
      {t('Choose the record that waits for {title}.', { title })}
      <Button size="small" onClick={onCancel}>
        {t('Cancel')}
      </Button>
    </p>
  );
}
