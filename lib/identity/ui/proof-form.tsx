'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { useWording } from '@/lib/language/wording-provider';
import { proveAgain } from '../actions';

/** `sign_in`: the account has neither password nor authenticator, so it comes in anew. */
export type ProofWay = 'code' | 'password' | 'sign_in';

export function ProofForm({ way, onProved }: { way: ProofWay; onProved: () => void }) {
  const t = useWording('shared');
  const { submit, pending, error, fields } = useSubmit(proveAgain, onProved);
  if (way === 'sign_in') {
    return (
      <div className="grid gap-4 pb-2">
        <p>
          {t(
            'You have no password here that could be asked for. Sign out, then in again, and this is open for 15 minutes.',
          )}
        </p>
        <LinkButton href="/account">{t('Your account')}</LinkButton>
      </div>
    );
  }
  return (
    <Form
      className="grid gap-4 pb-2"
      onSend={(typed) => submit({ proof: String(typed.get('proof')) })}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      {way === 'code' ? (
        <Field
          label={t('Code')}
          help={t('Six digits of your authenticator app, or a recovery code.')}
          error={fields.proof}
        >
          <Input name="proof" autoComplete="one-time-code" autoFocus />
        </Field>
      ) : (
        <Field label={t('Your password')} error={fields.proof}>
          <Input name="proof" type="password" autoComplete="current-password" autoFocus />
        </Field>
      )}
      <Button type="submit" variant="primary" wide pending={pending}>
        {t('Confirm')}
      </Button>
    </Form>
  );
}
