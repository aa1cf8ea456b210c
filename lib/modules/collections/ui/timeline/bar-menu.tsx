import { Ellipsis } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import { LinkItems } from './link-items';
import type { Side, Values } from './spans';
import type { BarLinks } from './use-links';

interface Props {
  record: RecordShape;
  title: string;
  /** Null where the view does not say what waits for what. */
  links: BarLinks | null;
  /** Whether its days may be changed. */
  editable: boolean;
  /** Whether records have an end that can be moved alone. */
  ends: boolean;
  /** Stands inside the bar, where beside it there is no room. */
  inside: boolean;
  onMove: (side: Side, days: number) => void;
  onWrite: (values: Values | null) => void;
  onToday: () => void;
  onClear: () => void;
}

/** Everything that dragging and keys do to a bar. */
export function BarMenu({ record, title, links, editable, ends, inside, ...acts }: Props) {
  const { onMove, onToday, onClear } = acts;
  const t = useWording('collections');
  const to = (label: string, side: Side, days: number) => (
    <MenuItem key={label} onSelect={() => onMove(side, days)}>
      {label}
    </MenuItem>
  );
  return (
    <DropdownMenu
      trigger={
        <IconButton
          icon={Ellipsis}
          size="small"
          tooltip={false}
          label={t('Move {title}', { title })}
          className={cn(
            'pointer-events-none absolute inset-y-0 z-10 my-auto h-6 bg-surface-raised opacity-0 focus-visible:opacity-100 group-hover/bar:pointer-events-auto group-hover/bar:opacity-100 data-[state=open]:opacity-100',
            inside ? 'right-2' : links ? 'left-full ml-5' : 'left-full ml-1',
          )}
        />
      }
    >
      {links ? <LinkItems {...{ record, links, editable }} onWrite={acts.onWrite} /> : null}
      {editable ? (
        <>
          <MenuLabel>{t('Move')}</MenuLabel>
          <MenuItem onSelect={onToday}>{t('To today')}</MenuItem>
          {to(t('A day earlier'), 'both', -1)}
          {to(t('A day later'), 'both', 1)}
          {to(t('A week earlier'), 'both', -7)}
          {to(t('A week later'), 'both', 7)}
          {ends
            ? [
                <MenuSeparator key="length" />,
                to(t('Begins a day earlier'), 'start', -1),
                to(t('Begins a day later'), 'start', 1),
                to(t('Ends a day earlier'), 'end', -1),
                to(t('Ends a day later'), 'end', 1),
              ]
            : null}
          <MenuSeparator />
          <MenuItem onSelect={onClear}>{t('Without dates')}</MenuItem>
        </>
      ) : null}
    </DropdownMenu>
  );
}
