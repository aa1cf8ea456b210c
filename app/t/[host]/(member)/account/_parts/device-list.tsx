'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import { formatTime, type Reader } from '@/lib/format';
import { signOutEverywhere, signOutThere } from '@/lib/identity/actions';
import { deviceName } from '@/lib/identity/ui/device-name';
import { useWording } from '@/lib/language/wording-provider';

interface Device {
  id: string;
  device: string;
  address: string | null;
  lastSeenAt: Date;
  hosts: string[];
  current: boolean;
}

interface Props {
  devices: Device[];
  reader: Reader;
}

export function DeviceList({ devices, reader }: Props) {
  const t = useWording('member');
  const router = useRouter();
  const end = async (device: Device) => {
    const answer = await signOutThere({ id: device.id });
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('Signed out: {device}', { device: t.said(deviceName(device.device)) }));
    router.refresh();
  };
  const endAll = async () => {
    const answer = await signOutEverywhere();
    if (!answer.ok) return { error: answer.error.message };
    window.location.assign(answer.data.next);
  };
  return (
    <FormSection title={t('Devices')} description={t('Where you are signed in at the moment.')}>
      <ul className="divide-y divide-line">
        {devices.map((device) => (
          <li key={device.id} className="flex items-center gap-3 py-2.5 first:pt-0">
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2">
                <span className="truncate font-medium">{t.said(deviceName(device.device))}</span>
                {device.current ? <Badge tone="success">{t('This device')}</Badge> : null}
              </p>
              <p className="truncate text-muted text-sm">
                {t('{hosts} · seen {time}', {
                  hosts: device.hosts.join(', '),
                  time: formatTime(device.lastSeenAt, reader),
                })}
                {device.address ? ` · ${device.address}` : ''}
              </p>
            </div>
            {device.current ? null : (
              <AlertDialog
                trigger={<Button size="small">{t('Sign out there')}</Button>}
                title={t('Sign out {device}?', { device: t.said(deviceName(device.device)) })}
                description={t('It has to sign in again. Nothing else changes.')}
                action={t('Sign out there')}
                onConfirm={() => end(device)}
              />
            )}
          </li>
        ))}
      </ul>
      <div>
        <AlertDialog
          trigger={<Button variant="danger-quiet">{t('Sign out everywhere')}</Button>}
          title={t('Sign out on every device?')}
          description={t('This one too, in every workspace. API tokens go on working.')}
          action={t('Sign out everywhere')}
          onConfirm={endAll}
        />
      </div>
    </FormSection>
  );
}
