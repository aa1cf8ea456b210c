'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { signInWithTicket } from '@/lib/identity/actions';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../../_parts/text-link';

export function TicketForm({ ticket }: { ticket: string }) {
  const t = useWording('auth');
  const { submit, pending, error, fields } = useSubmit(signInWithTicket, ({ next }) =>
    window.location.replace(next),
  );
  const broken = error ?? fields.ticket;
  return (
    <Form className="grid gap-4" onSend={() => submit(ticket)}>
      {broken ? (
        <Banner tone="danger" action={<TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>}>
          {broken}
        </Banner>
      ) : null}
      <Button type="submit" variant="primary" size="large" wide pending={pending} autoFocus>
        {t('Sign in')}
      </Button>
    </Form>
  );
}
