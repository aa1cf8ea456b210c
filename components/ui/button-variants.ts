import { cva, type VariantProps } from 'class-variance-authority';

/** All but a link, which is as high and wide as its words. */
const framed: ('primary' | 'secondary' | 'ghost' | 'danger' | 'danger-quiet')[] = [
  'primary',
  'secondary',
  'ghost',
  'danger',
  'danger-quiet',
];

/** The looks of a button, for links and triggers that are not `<Button>` themselves. */
export const buttonVariants = cva(
  [
    'weak:relative inline-flex shrink-0 items-center weak:justify-center gap-1.5 whitespace-nowrap rounded-control weak:border weak:font-medium transition-colors',
    'select-none disabled:opacity-50 aria-disabled:opacity-50 disabled:pointer-events-none aria-disabled:pointer-events-none',
    '[&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary:
          'border-primary-line/40 weak:bg-primary text-primary-foreground shadow-control hover:bg-primary-hover active:bg-primary-active',
        secondary:
          'border-line weak:bg-surface-raised text-ink shadow-control hover:bg-surface-hover active:bg-surface-active',
        ghost:
          'border-transparent weak:bg-transparent text-muted hover:bg-surface-hover hover:text-ink active:bg-surface-active data-[state=open]:bg-surface-active data-[state=open]:text-ink',
        danger:
          'border-transparent weak:bg-danger text-danger-foreground shadow-control hover:bg-danger-hover',
        'danger-quiet':
          'border-line weak:bg-surface-raised text-danger-text shadow-control hover:bg-danger-soft',
        link: 'border-transparent weak:bg-transparent px-0 text-link underline-offset-4 hover:text-link-hover hover:underline',
      },
      size: {
        small: 'text-sm',
        medium: 'text-base',
        large: 'text-base',
      },
      wide: { true: 'weak:w-full' },
    },
    compoundVariants: [
      { variant: framed, size: 'small', className: 'weak:h-control-small weak:px-2' },
      { variant: framed, size: 'medium', className: 'weak:h-control weak:px-3' },
      { variant: framed, size: 'large', className: 'weak:h-10 weak:px-4' },
    ],
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
);

export type ButtonLooks = VariantProps<typeof buttonVariants>;
