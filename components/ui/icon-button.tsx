import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonLooks, buttonVariants } from './button-variants';
import { cn } from './cn';
import { Tooltip } from './tooltip';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> &
  Pick<ButtonLooks, 'variant' | 'size'> & {
    icon: LucideIcon;
    /** The name for screen readers, also shown as a tooltip. */
    label: string;
    tooltip?: boolean;
  };

export function IconButton({
  icon: Icon,
  label,
  variant = 'ghost',
  size = 'medium',
  tooltip = true,
  className,
  ...rest
}: IconButtonProps) {
  const square = { small: 'weak:w-control-small', medium: 'weak:w-control', large: 'weak:w-10' };
  const button = (
    <button
      type="button"
      aria-label={label}
      className={cn(buttonVariants({ variant, size }), 'px-0', square[size ?? 'medium'], className)}
      {...rest}
    >
      <Icon aria-hidden />
    </button>
  );
  return tooltip ? <Tooltip content={label}>{button}</Tooltip> : button;
}
