import { CalendarDays, House, Plus, Table2, Users } from 'lucide-react';
import { Logo } from '@/components/brand/logo';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { useWording } from '@/lib/language/wording-provider';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { previewRows } from './preview-rows';

const places = [
  { label: 'Home', icon: House, active: false },
  { label: 'Students', icon: Table2, active: true },
  { label: 'Schedule', icon: CalendarDays, active: false },
  { label: 'People', icon: Users, active: false },
] as const;

export function PreviewApp({ tokens }: { tokens: BrandTokens }) {
  const t = useWording('settings');
  const { name, logoPath } = tokens;
  return (
    <div className="flex min-w-0">
      <div className="flex w-30 shrink-0 flex-col gap-px border-line border-r bg-surface-sunken p-2">
        <div className="mb-3 flex min-w-0 items-center gap-2 px-1">
          <Logo name={name} {...(logoPath && { src: logoPath })} size="small" decorative />
          <span className="truncate font-semibold">{name}</span>
        </div>
        {places.map(({ label, icon: Icon, active }) => (
          <span
            key={label}
            data-active={active}
            className="flex h-8 items-center gap-2 rounded-control px-2 text-muted data-active:bg-surface-selected data-active:font-medium data-active:text-ink [&_svg]:size-4 data-active:[&_svg]:text-mark"
          >
            <Icon aria-hidden />
            {t(label)}
          </span>
        ))}
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-4 p-4">
        <div className="flex items-center justify-between gap-2">
          <p className="font-semibold text-xl tracking-tight">{t('Students')}</p>
          <Button variant="primary">
            <Plus aria-hidden />
            {t('Add')}
          </Button>
        </div>
        <Progress value={64} label={t('Places taken')} />
        <div>
          {previewRows.map(([who, fee]) => (
            <div key={who} className="flex h-row items-center gap-3 border-line border-b">
              <span className="min-w-0 flex-1 truncate font-medium">{t(who)}</span>
              <Badge tone={fee === 'Paid' ? 'brand' : 'warning'}>{t(fee)}</Badge>
            </div>
          ))}
        </div>
        <div className="flex gap-2">
          <Button>{t('Export')}</Button>
          <Button variant="ghost">{t('Filter')}</Button>
        </div>
        <p>
          <span className="text-link underline underline-offset-4">
            {t('Open the term’s report')}
          </span>
        </p>
      </div>
    </div>
  );
}
