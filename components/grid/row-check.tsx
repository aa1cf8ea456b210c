import { Check } from 'lucide-react';

type RowCheckProps = { checked: boolean; label: string };

/** A checkbox light enough for hundreds of rows a second; the grid listens to its clicks. */
export function RowCheck({ checked, label }: RowCheckProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid decides what a click means, an input would flip by itself
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      tabIndex={-1}
      data-choose=""
      className="relative hidden size-4 shrink-0 place-items-center rounded-small border border-line-strong bg-surface-raised after:absolute after:-inset-1.5 after:content-[''] hover:border-muted aria-checked:grid aria-checked:border-mark aria-checked:bg-mark aria-checked:text-mark-foreground group-hover/row:grid pointer-coarse:grid"
    >
      {checked ? <Check aria-hidden strokeWidth={3} className="size-3" /> : null}
    </button>
  );
}
