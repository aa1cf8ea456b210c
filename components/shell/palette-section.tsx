import { Command } from 'cmdk';
import { cn } from '@/components/ui/cn';
import { optionClasses } from '@/components/ui/floating';
import { Kbd } from '@/components/ui/kbd';
import type { PaletteGroup, PaletteItem } from './palette-group';

interface Props {
  group: PaletteGroup;
  close: () => void;
}

/** A group of the command palette under its heading. */
export function PaletteSection({ group, close }: Props) {
  return (
    <Command.Group
      heading={group.label}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-subtle [&_[cmdk-group-heading]]:text-xs"
    >
      {group.items.map((item) => (
        <Command.Item
          key={item.id}
          value={item.id}
          onSelect={() => {
            close();
            item.onSelect();
          }}
          className={cn(optionClasses, 'min-h-9 gap-2.5')}
        >
          {item.icon}
          {lines(item)}
          {item.note ? (
            <span className="max-w-40 truncate text-muted text-sm">{item.note}</span>
          ) : null}
          {item.keys ? <Kbd keys={item.keys} /> : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

const lines = ({ label, content, detail }: PaletteItem) => (
  <span className="min-w-0 flex-1">
    <span className="block truncate">{content ?? label}</span>
    {detail ? <span className="block truncate text-muted text-sm">{detail}</span> : null}
  </span>
);
