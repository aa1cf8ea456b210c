'use client';

import dynamic from 'next/dynamic';
import { Form } from '@/components/forms/form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';

const QrCode = dynamic(() => import('./qr-code').then((loaded) => loaded.QrCode), {
  loading: () => <div className="size-44 rounded-control bg-surface-sunken" />,
});

interface Props {
  begun: { secret: string; uri: string };
  pending: boolean;
  error: string | undefined;
  onCode: (code: string) => void;
}

/** Shows a new secret to an authenticator app and asks for its first code. */
export function AuthenticatorSetUp({ begun, pending, error, onCode }: Props) {
  const t = useWording('shared');
  const { secret, uri } = begun;
  return (
    <Form className="grid gap-4" onSend={(typed) => onCode(String(typed.get('code')))}>
      <ol className="grid list-decimal gap-4 pl-5">
        <li className="pl-1">
          <p>{t('Scan this with an authenticator app.')}</p>
          <div className="mt-3 flex justify-center">
            <QrCode text={uri} label={t('QR code for the authenticator app')} />
          </div>
          <p className="mt-3 text-muted text-sm">{t('No camera? Type this key instead:')}</p>
          <div className="mt-1 flex items-center gap-2 rounded-control border border-line bg-surface-sunken py-1 pr-1 pl-3">
            <code className="min-w-0 flex-1 break-all text-sm">{inGroups(secret)}</code>
            <CopyButton value={secret} label={t('Copy key')} />
          </div>
        </li>
        <li className="pl-1">
          <Field label={t('Enter the six digits it shows')} error={error}>
            <Input name="code" autoComplete="one-time-code" inputMode="numeric" maxLength={9} />
          </Field>
        </li>
      </ol>
      <Banner>{t('Each sign-in will ask for such a code, wherever you use this account.')}</Banner>
      <Button type="submit" variant="primary" wide pending={pending}>
        {t('Turn on')}
      </Button>
    </Form>
  );
}

const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
