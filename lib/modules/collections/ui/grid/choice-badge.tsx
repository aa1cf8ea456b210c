import './choice.css';

/** An option of a select field in its colour. */
export function ChoiceBadge({ name, color }: { name: string; color: string | undefined }) {
  return (
    <span
      data-color={color ?? 'gray'}
      className="choice inline-flex h-5 max-w-full items-center truncate rounded-small px-1.5 font-medium text-xs"
    >
      {name}
    </span>
  );
}
