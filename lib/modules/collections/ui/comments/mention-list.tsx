import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { floatingClasses, optionClasses } from '@/components/ui/floating';
import { useWording } from '@/lib/language/wording-provider';
import type { PersonName } from '../grid/columns';

interface Props {
  id: string;
  people: readonly PersonName[];
  active: number;
  onPick: (person: PersonName) => void;
}

/** Who can be mentioned; the text field keeps the focus. */
export function MentionList({ id, people, active, onPick }: Props) {
  const t = useWording('collections');
  if (people.length === 0) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('Members to mention')}
      className={cn(floatingClasses, 'absolute inset-x-0 top-full mt-1 p-1')}
    >
      {people.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-highlighted={index === active ? '' : undefined}
          // Before the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(person);
          }}
          className={optionClasses}
        >
          <Avatar name={person.name} size="small" />
          <span className="truncate">{person.name}</span>
        </div>
      ))}
    </div>
  );
}
