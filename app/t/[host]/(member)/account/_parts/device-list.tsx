'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import { formatTime, type Reader } from '@/lib/format';
import { signOutEverywhere, signOutThere } from '@/lib/identity/actions';
import { deviceName } from './device-name';

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
  const router = useRouter();
  const end = async (device: Device) => {
    const answer = await signOutThere({ id: device.id });
    if (!answer.ok) return { error: answer.error.message };
    notify.done(`Signed out: ${deviceName(device.device)}`);
    router.refresh();
  };
  const endAll = async () => {
    const answer = await signOutEverywhere();
    if (!answer.ok) return { error: answer.error.message };
    window.location.assign(answer.data.next);
  };
  return (
    <FormSection title="Devices" description="Where you are signed in at the moment.">
      <ul className="divide-y divide-line">
        {devices.map((device) => (
          <li key={device.id} className="flex items-center gap-3 py-2.5 first:pt-0">
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2">
                <span className="truncate font-medium">{deviceName(device.device)}</span>
                {device.current ? <Badge tone="success">This device</Badge> : null}
              </p>
              <p className="truncate text-muted text-sm">
                {device.hosts.join(', ')} · seen {formatTime(device.lastSeenAt, reader)}
                {device.address ? ` · ${device.address}` : ''}
              </p>
            </div>
            {device.current ? null : (
              <AlertDialog
                trigger={<Button size="small">Sign out there</Button>}
                title={`Sign out ${deviceName(device.device)}?`}
                description="It has to sign in again. Nothing else changes."
                action="Sign out there"
                onConfirm={() => end(device)}
              />
            )}
          </li>
        ))}
      </ul>
      <div>
        <AlertDialog
          trigger={<Button variant="danger-quiet">Sign out everywhere</Button>}
          title="Sign out on every device?"
          description="This one too, in every workspace. API tokens go on working."
          action="Sign out everywhere"
          onConfirm={endAll}
        />
      </div>
    </FormSection>
  );
}
