'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { notify } from '@/components/ui/notify';
import { SaveBar } from '@/components/ui/save-bar';
import type { ProviderState } from '@/lib/identity/oidc/provider';
import { useWording } from '@/lib/language/wording-provider';
import { changeProvider } from './actions';
import { AdmissionFields } from './admission-fields';
import { ConnectionFields } from './connection-fields';
import { draftOf, type GroupRole, providerOf } from './provider-draft';
import { RoleFields } from './role-fields';

interface Props {
  provider: ProviderState | null;
  redirectUris: string[];
  roles: GroupRole[];
}

/** The tenant's own identity provider, saved as a whole. */
export function ProviderForm({ provider, redirectUris, roles }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const [kept, setKept] = useState(() => draftOf(provider));
  const [draft, setDraft] = useState(kept);
  const { pending, error, fields, submit, reset } = useSubmit(changeProvider, (saved) => {
    notify.done(t('Single sign-on saved'));
    setKept(draftOf(saved));
    setDraft(draftOf(saved));
    router.refresh();
  });
  const group = {
    draft,
    fields,
    put: (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part })),
  };
  const hasErrors = Object.keys(fields).length > 0;
  return (
    <Form className="flex flex-col gap-6" onSend={() => submit(providerOf(draft))}>
      <ConnectionFields {...group} redirectUris={redirectUris} hasSecret={provider !== null} />
      <AdmissionFields {...group} />
      <RoleFields {...group} roles={roles} />
      <SaveBar
        dirty={JSON.stringify(draft) !== JSON.stringify(kept)}
        pending={pending}
        error={error ?? (hasErrors ? t('Look at the fields marked above.') : undefined)}
        onDiscard={() => {
          setDraft(kept);
          reset();
        }}
      />
    </Form>
  );
}
