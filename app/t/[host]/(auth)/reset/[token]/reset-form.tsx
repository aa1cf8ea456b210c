'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { resetPassword } from '@/lib/identity/actions';
import { TextLink } from '../../_parts/text-link';

export function ResetForm({ token }: { token: string }) {
  const { submit, pending, error, fields } = useSubmit(resetPassword, () =>
    window.location.assign('/sign-in?notice=new-password'),
  );
  const broken = error ?? fields.token;
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => submit({ token, password: String(typed.get('password')) })}
    >
      {broken ? (
        <Banner tone="danger" action={<TextLink href="/forgot">Ask for a new link</TextLink>}>
          {broken}
        </Banner>
      ) : null}
      <Field label="New password" help="At least 12 characters." error={fields.password}>
        <Input name="password" type="password" autoComplete="new-password" autoFocus />
      </Field>
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        Save password
      </Button>
    </Form>
  );
}
