import { Check, Minus } from 'lucide-react';

interface Props {
  checked: boolean | 'mixed';
  label: string;
  disabled: boolean;
  onFlip: () => void;
}

/** The checkbox of all rows, as light as those of single ones. */
export const AllCheck = ({ checked, label, disabled, onFlip }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: an input has no state between, but for a script that sets it
  <button
    type="button"
    role="checkbox"
    aria-checked={checked}
    aria-label={label}
    disabled={disabled}
    onClick={onFlip}
    className="relative grid size-4 shrink-0 place-items-center rounded-small border border-line-strong bg-surface-raised transition-colors after:absolute after:-inset-1.5 after:content-[''] hover:border-muted disabled:opacity-50 aria-checked:border-mark aria-checked:bg-mark aria-checked:text-mark-foreground aria-[checked=mixed]:border-mark aria-[checked=mixed]:bg-mark aria-[checked=mixed]:text-mark-foreground"
  >
    {checked === 'mixed' ? <Minus aria-hidden strokeWidth={3} className="size-3" /> : null}
    {checked === true ? <Check aria-hidden strokeWidth={3} className="size-3" /> : null}
  </button>
);
