'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { requestLink, signInWithPassword } from '@/lib/identity/actions';
import { safePath } from '@/lib/identity/paths';
import { TextLink } from '../_parts/text-link';

const notices: Record<string, string> = {
  link: 'That link was used already or is too old. Sign in here, or ask for a new one.',
  'new-password': 'Your password is changed. Sign in with the new one.',
};

/** Password first, a mailed link as the other way. */
export function SignInForm() {
  const query = useQuery();
  const next = safePath(query.get('next'));
  useSkipWhenSignedIn(next);
  const [email, setEmail] = useState('');
  const entering = useSubmit(signInWithPassword, (done) => window.location.assign(done.next));
  const linking = useSubmit(requestLink);
  const notice = notices[query.get('notice') ?? ''];
  const error = entering.error ?? linking.error;
  if (linking.data) return <LinkSent email={email} />;
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => {
        if (typed.get('way') === 'link') linking.submit({ email, returnPath: next });
        else entering.submit({ email, password: String(typed.get('password')), next });
      }}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      {notice && !error ? <Banner>{notice}</Banner> : null}
      <Field label="E-mail" error={entering.fields.email ?? linking.fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label="Password" error={entering.fields.password}>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" size="large" wide pending={entering.pending}>
        Sign in
      </Button>
      <Button size="large" wide type="submit" name="way" value="link" pending={linking.pending}>
        E-mail me a link instead
      </Button>
      <p className="text-center text-sm">
        <TextLink href="/forgot">Forgot your password?</TextLink>
      </p>
    </Form>
  );
}

const LinkSent = ({ email }: { email: string }) => (
  <Banner tone="success" title="Look into your mail">
    If {email} belongs to a member, a link to sign in is on its way. It works once, for 15 minutes.
  </Banner>
);

/** The page is made once, without anybody's query; it counts from when the browser has taken over. */
const useQuery = () =>
  new URLSearchParams(
    useSyncExternalStore(
      () => () => undefined,
      () => window.location.search,
      () => '',
    ),
  );

/** The page is the same for everybody, so whether somebody is signed in already is asked from here. */
function useSkipWhenSignedIn(next: string) {
  useEffect(() => {
    const asked = new AbortController();
    fetch('/api/v1/session', { signal: asked.signal })
      .then((response) => response.json())
      .then((session: { user?: unknown }) => {
        if (session.user) window.location.replace(next);
      })
      .catch(() => undefined);
    return () => asked.abort();
  }, [next]);
}
