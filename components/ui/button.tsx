import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { type ButtonLooks, buttonVariants } from './button-variants';
import { cn } from './cn';
import { Spinner } from './spinner';

export type ButtonProps = ComponentProps<'button'> &
  ButtonLooks & {
    /** Renders the one child (a link) with the looks of a button. */
    asChild?: boolean;
    /** Keeps the size, shows a spinner and refuses further clicks. */
    pending?: boolean;
  };

export function Button({
  asChild = false,
  pending = false,
  variant,
  size,
  wide,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size, wide }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      {...rest}
    >
      {pending ? (
        <>
          <span className="absolute inset-0 grid place-items-center">
            <Spinner />
          </span>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
}
