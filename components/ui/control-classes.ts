/** The frame shared by every text-like control. */
export const controlClasses = [
  'weak:w-full weak:min-w-0 rounded-control border border-line-strong bg-surface-raised text-base text-ink transition-colors',
  'hover:border-muted focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-1',
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-sunken disabled:text-subtle',
  'aria-invalid:border-danger-mark aria-invalid:focus-visible:outline-danger-mark',
].join(' ');
