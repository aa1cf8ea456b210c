import './choice.css';

/** An option of a select field in its colour. */
export function ChoiceBadge({ name, color }: { name: string; color: string | undefined }) {
  return (
    <span
      data-color={color ?? 'gray'}
      className="choice inline-block h-5 max-w-full truncate rounded-small px-1.5 align-middle font-medium text-xs leading-5 forced-colors:outline forced-colors:-outline-offset-1"
    >
      {name}
    </span>
  );
}
