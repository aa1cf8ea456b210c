'use client';

import { useRouter } from 'next/navigation';
import { useId } from 'react';
import { valueWord } from '@/app/_shared/flag-value';
import { useSubmit } from '@/components/forms/use-submit';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { Status } from '@/components/ui/status';
import { Switch } from '@/components/ui/switch';
import { useWording } from '@/lib/language/wording-provider';
import type { FlagHere } from '@/lib/tenancy/flags/shapes';
import { chooseFlag } from './flag-actions';

/** One flag with what it is and why; a switch where it is this workspace's to choose. */
export function FlagLine({ flag, why }: { flag: FlagHere; why: string }) {
  const t = useWording('settings');
  const router = useRouter();
  const label = useId();
  const { pending, error, submit } = useSubmit(chooseFlag, () => {
    notify.done(t('{title} changed', { title: t.said(flag.title) }));
    router.refresh();
  });
  const decided = flag.because === 'killed' || flag.because === 'override';
  const mayChoose = flag.choosable && flag.shape.type === 'switch' && !decided;
  return (
    <div className="flex items-start gap-4">
      <div className="min-w-0 flex-1">
        <h3 id={label} className="font-medium">
          {t.said(flag.title)}
        </h3>
        <p className="text-measure text-muted">{t.said(flag.description)}</p>
        <p className="mt-1 text-measure text-muted text-sm">{why}</p>
        {flag.choosable && flag.chosen !== null && !decided ? (
          <Button
            size="small"
            className="mt-2"
            pending={pending}
            onClick={() => submit({ flag: flag.flag, value: null })}
          >
            {t('Use the usual setting')}
          </Button>
        ) : null}
        {error ? (
          <p role="alert" className="mt-1 text-danger-text text-sm">
            {error}
          </p>
        ) : null}
      </div>
      {mayChoose ? (
        <Switch
          aria-labelledby={label}
          checked={flag.value === true}
          disabled={pending}
          onCheckedChange={(value) => submit({ flag: flag.flag, value })}
        />
      ) : (
        <Status tone={flag.value === flag.off ? 'neutral' : 'success'}>
          {t.said(valueWord(flag.value))}
        </Status>
      )}
    </div>
  );
}
