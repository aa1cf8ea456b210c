import { Menu, Plus } from 'lucide-react';
import { Logo } from '@/components/brand/logo';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { useWording } from '@/lib/language/wording-provider';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { previewRows } from './preview-rows';

/** The app in the frame of a phone. */
export function PreviewPhone({ tokens }: { tokens: BrandTokens }) {
  const t = useWording('settings');
  const { name, logoPath } = tokens;
  return (
    <div className="flex justify-center bg-surface-sunken p-4">
      <div className="flex w-full max-w-90 flex-col overflow-hidden rounded-[2rem] border-8 border-inverse bg-surface">
        <div className="flex h-14 items-center gap-3 border-line border-b px-4">
          <Menu aria-hidden className="size-5 text-muted" />
          <Logo name={name} {...(logoPath && { src: logoPath })} size="small" decorative />
          <span className="truncate font-semibold">{name}</span>
        </div>
        <div className="flex flex-col gap-4 p-4 pb-8">
          <div className="flex items-center justify-between gap-2">
            <p className="font-semibold text-xl tracking-tight">{t('Students')}</p>
            <Button variant="primary">
              <Plus aria-hidden />
              {t('Add')}
            </Button>
          </div>
          <Progress value={64} label={t('Places taken')} />
          {previewRows.map(([who, fee]) => (
            <div key={who} className="flex h-12 items-center gap-3 border-line border-b">
              <span className="min-w-0 flex-1 truncate font-medium">{t(who)}</span>
              <Badge tone={fee === 'Paid' ? 'brand' : 'warning'}>{t(fee)}</Badge>
            </div>
          ))}
          <Button variant="primary" wide>
            {t('Export')}
          </Button>
        </div>
      </div>
    </div>
  );
}
