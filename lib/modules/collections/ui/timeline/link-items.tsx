import { MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import type { Values } from './spans';
import type { BarLinks } from './use-links';

interface Props {
  record: RecordShape;
  links: BarLinks;
  /** Whether its days may be changed. */
  editable: boolean;
  onWrite: (values: Values | null) => void;
}

/** What a bar's menu does about what waits for what. */
export function LinkItems({ record, links, editable, onWrite }: Props) {
  const t = useWording('collections');
  const after = editable ? links.afterAwaited(record) : null;
  if (!links.mayLink && !after) return null;
  return (
    <>
      <MenuLabel>{t('Order')}</MenuLabel>
      {links.mayLink ? (
        <MenuItem onSelect={() => links.choose(record)}>{t('Choose what waits for it')}</MenuItem>
      ) : null}
      {links.mayChange(record)
        ? links.awaitedBy(record).map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => links.unlink(record, id)}>
              {t('No longer wait for {name}', { name })}
            </MenuItem>
          ))
        : null}
      {after ? (
        <MenuItem onSelect={() => onWrite(after)}>{t('To after what it waits for')}</MenuItem>
      ) : null}
      {editable ? <MenuSeparator /> : null}
    </>
  );
}
