import { cn } from './cn';

/** Key caps, such as `keys={['Ctrl', 'K']}`. */
export function Kbd({ keys, inverse = false }: { keys: string[]; inverse?: boolean }) {
  return (
    <span className="inline-flex items-center gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className={cn(
            'min-w-4.5 rounded-small border px-1 text-center font-sans text-xs leading-4',
            inverse ? 'border-inverse-muted/40 text-inverse-muted' : 'border-line text-muted',
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
