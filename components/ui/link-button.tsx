import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonLooks, buttonVariants } from './button-variants';
import { cn } from './cn';

export type LinkButtonProps = ComponentProps<typeof Link> & ButtonLooks;

/** A link that looks like a button, because it leads to the next step. */
export function LinkButton({ variant, size, wide, className, ...rest }: LinkButtonProps) {
  return <Link className={cn(buttonVariants({ variant, size, wide }), className)} {...rest} />;
}
