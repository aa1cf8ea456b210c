'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { resumeSignIn } from '@/lib/identity/actions';
import { useWording } from '@/lib/language/wording-provider';
import { useNext } from '../use-next';

/** For somebody who is signed in, where a second factor came to be asked for. */
export function ResumeForm({ name }: { name: string }) {
  const t = useWording('auth');
  const next = useNext();
  const { submit, pending, error } = useSubmit(resumeSignIn, (done) =>
    window.location.replace(done.next),
  );
  return (
    <Form className="grid gap-4" onSend={() => submit({ next })}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <p>
        {t('{name} asks for a second factor by now. You stay signed in until it is there.', {
          name,
        })}
      </p>
      <Button type="submit" variant="primary" size="large" wide pending={pending} autoFocus>
        {t('Go on')}
      </Button>
    </Form>
  );
}
