'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useId, useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { NamedIcon } from '@/components/ui/named-icon';
import { notify } from '@/components/ui/notify';
import { Status } from '@/components/ui/status';
import { Switch } from '@/components/ui/switch';
import { useWording } from '@/lib/language/wording-provider';
import { changeFeature } from './actions';

interface Props {
  feature: {
    module: string;
    title: string;
    description: string;
    icon: string;
    enabled: boolean;
    permissions: { id: string; title: string }[];
  };
  why: string;
  /** Titles of the modules that have to be on beside it. */
  needs: string[];
  /** The form of its settings. */
  settings: ReactNode;
}

export function FeatureCard({ feature, why, needs, settings }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const label = useId();
  const [asking, setAsking] = useState(false);
  const { pending, error, submit } = useSubmit(changeFeature, () => {
    notify.done(t('{title} turned on', { title: t.said(feature.title) }));
    router.refresh();
  });
  const turnOff = async () => {
    const outcome = await changeFeature({ module: feature.module, enabled: false });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('{title} turned off', { title: t.said(feature.title) }), {
      description: t('Its data is kept.'),
    });
    router.refresh();
  };
  return (
    <section className="rounded-panel border border-line bg-surface-raised">
      <div className="flex items-start gap-3 p-4">
        <span className="mt-0.5 text-muted">
          <NamedIcon name={feature.icon} />
        </span>
        <div className="min-w-0 flex-1">
          <h2 id={label} className="font-semibold">
            {t.said(feature.title)}
          </h2>
          <p className="text-measure text-muted">{t.said(feature.description)}</p>
          {error ? (
            <p role="alert" className="mt-1 text-danger-text text-sm">
              {error}
            </p>
          ) : null}
        </div>
        <Switch
          aria-labelledby={label}
          checked={feature.enabled}
          disabled={pending}
          onCheckedChange={(on) =>
            on ? submit({ module: feature.module, enabled: true }) : setAsking(true)
          }
        />
      </div>
      <div className="grid gap-x-8 gap-y-3 border-line border-t px-4 py-3 text-sm sm:grid-cols-2">
        <div>
          <Status tone={feature.enabled ? 'success' : 'neutral'}>
            {feature.enabled ? t('On') : t('Off')}
          </Status>
          <p className="mt-1 text-muted">{why}</p>
          {needs.length > 0 ? (
            <p className="mt-1 text-muted">
              {t('Needs {names}.', { names: needs.map((one) => t.said(one)).join(', ') })}
            </p>
          ) : null}
        </div>
        <div>
          <p className="font-medium">{t('What it opens')}</p>
          <ul className="mt-1 text-muted">
            {feature.permissions.map(({ id, title }) => (
              <li key={id}>{t.said(title)}</li>
            ))}
          </ul>
        </div>
      </div>
      {settings}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('Turn off {title}?', { title: t.said(feature.title) })}
        description={t(
          '{title} disappears for everybody here at once, on pages and over the API. All its data is kept and comes back when you turn it on again.',
          { title: t.said(feature.title) },
        )}
        action={t('Turn off')}
        onConfirm={turnOff}
      />
    </section>
  );
}
