import { cva, type VariantProps } from 'class-variance-authority';

/** The looks of a button, for links and triggers that are not `<Button>` themselves. */
export const buttonVariants = cva(
  [
    'relative inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-control border font-medium transition-colors',
    'select-none disabled:opacity-50 aria-disabled:opacity-50 disabled:pointer-events-none aria-disabled:pointer-events-none',
    '[&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary:
          'border-primary-line/40 bg-primary text-primary-foreground shadow-control hover:bg-primary-hover active:bg-primary-active',
        secondary:
          'border-line bg-surface-raised text-ink shadow-control hover:bg-surface-hover active:bg-surface-active',
        ghost:
          'border-transparent bg-transparent text-muted hover:bg-surface-hover hover:text-ink active:bg-surface-active data-[state=open]:bg-surface-active data-[state=open]:text-ink',
        danger:
          'border-transparent bg-danger text-danger-foreground shadow-control hover:bg-danger-hover',
        'danger-quiet':
          'border-line bg-surface-raised text-danger-text shadow-control hover:bg-danger-soft',
        link: 'border-transparent bg-transparent px-0 text-link underline-offset-4 hover:text-link-hover hover:underline',
      },
      size: {
        small: 'h-control-small px-2 text-sm',
        medium: 'h-control px-3 text-base',
        large: 'h-10 px-4 text-base',
      },
      wide: { true: 'w-full' },
    },
    compoundVariants: [{ variant: 'link', className: 'h-auto px-0' }],
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
);

export type ButtonLooks = VariantProps<typeof buttonVariants>;
