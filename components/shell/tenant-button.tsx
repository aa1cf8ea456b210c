import { ChevronsUpDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Logo } from '@/components/brand/logo';
import { cn } from '@/components/ui/cn';

export type TenantButtonProps = Omit<ComponentProps<'button'>, 'name'> & {
  brand: { name: string; logo?: string };
  /** Shows the arrows: there is more than one place to go. */
  switchable?: boolean;
};

/** The tenant on top of the sidebar; use it as the trigger of a switcher menu. */
export function TenantButton({ brand, switchable, className, ...rest }: TenantButtonProps) {
  return (
    <button
      type="button"
      className={cn(
        'flex h-9 w-full min-w-0 items-center gap-2 rounded-control px-1.5 text-left transition-colors enabled:hover:bg-surface-hover data-[state=open]:bg-surface-active',
        className,
      )}
      disabled={!switchable}
      {...rest}
    >
      <Logo name={brand.name} src={brand.logo} size="small" decorative />
      <span title={brand.name} className="min-w-0 flex-1 truncate font-semibold">
        {brand.name}
      </span>
      {switchable ? <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-subtle" /> : null}
    </button>
  );
}
