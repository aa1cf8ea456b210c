'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { notify } from '@/components/ui/notify';
import { SaveBar } from '@/components/ui/save-bar';
import type { SecurityPolicy } from '@/lib/identity/policy/policy';
import { useWording } from '@/lib/language/wording-provider';
import { changePolicy } from './actions';
import type { FactorFacts } from './factor-count';
import { MethodFields } from './method-fields';
import { NetworkFields } from './network-fields';
import { draftOf, policyOf } from './policy-draft';
import { SecondFactorFields } from './second-factor-fields';
import { SessionFields } from './session-fields';

interface Props {
  policy: SecurityPolicy;
  factors: FactorFacts;
  roles: { key: string; name: string }[];
  /** Where the reader comes from, as the product sees it. */
  address: string | null;
}

/** The rules of sign-in, saved together. */
export function PolicyForm({ policy, factors, roles, address }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const kept = draftOf(policy);
  const [draft, setDraft] = useState(kept);
  const { pending, error, fields, submit, reset } = useSubmit(changePolicy, (saved) => {
    notify.done(t('Rules saved'));
    setDraft(draftOf(saved));
    router.refresh();
  });
  const group = {
    draft,
    fields,
    put: (part: Partial<typeof draft>) => setDraft({ ...draft, ...part }),
  };
  return (
    <Form className="flex flex-col gap-6" onSend={() => submit(policyOf(draft))}>
      <MethodFields {...group} />
      <SecondFactorFields {...group} roles={roles} factors={factors} />
      <SessionFields {...group} />
      <NetworkFields {...group} address={address} />
      <SaveBar
        dirty={JSON.stringify(draft) !== JSON.stringify(kept)}
        pending={pending}
        error={error}
        onDiscard={() => {
          setDraft(kept);
          reset();
        }}
      />
    </Form>
  );
}
