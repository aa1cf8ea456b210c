'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useFreshPage } from '@/components/forms/use-fresh-page';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import type { UserPlanTerms } from '@/lib/billing/user-plans/terms';
import { useWording } from '@/lib/language/wording-provider';
import { saveUserPlan } from '../actions';
import { type Draft, draftOf, termsOf } from './draft';
import { PriceList } from './price-list';
import { RoleChoice, type RoleHere } from './role-choice';

interface Props {
  id: string;
  /** Of the draft; 0 where saving begins one. */
  revision: number;
  terms: UserPlanTerms;
  roles: readonly RoleHere[];
}

/** Everything that a plan says, written as its draft. */
export function DraftForm({ id, revision, terms, roles }: Props) {
  const t = useWording('userPlans');
  const freshPage = useFreshPage();
  const [draft, setDraft] = useState(draftOf(terms));
  const { pending, error, fields, submit } = useSubmit(saveUserPlan, () => {
    // Said once publishing names what was saved.
    freshPage().then(() => notify.done(t('Draft saved')));
  });
  const put = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const lines = Object.entries(fields).find(([path]) => path.startsWith('terms.includes'))?.[1];
  return (
    <Form
      className="flex flex-col gap-6"
      onSend={() => submit({ id, revision, terms: termsOf(draft) })}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <FormSection title={t('What it is')} description={t('As your people read it.')}>
        <Field label={t('Description')} error={fields['terms.description']}>
          <Input
            value={draft.description}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => put({ description: target.value })}
          />
        </Field>
        <Field label={t('What is included')} help={t('One thing a line, up to 12.')} error={lines}>
          <Textarea
            value={draft.includes}
            maxLength={1600}
            rows={4}
            onChange={({ target }) => put({ includes: target.value })}
          />
        </Field>
      </FormSection>
      <FormSection
        title={t('Price')}
        description={t('You invoice by hand. Nothing is charged here.')}
      >
        <PriceList prices={draft.prices} fields={fields} onChange={(prices) => put({ prices })} />
      </FormSection>
      <FormSection
        title={t('Signing')}
        description={t('Who signs it, and among which roles it is shown.')}
      >
        <RadioGroup
          aria-label={t('Signed by')}
          value={draft.signing}
          onValueChange={(signing) => put({ signing: signing as Draft['signing'] })}
          options={[
            {
              value: 'self',
              label: t('Members sign'),
              help: t('It holds at once.'),
            },
            {
              value: 'admin',
              label: t('Admins sign'),
              help: t('A member asks for it and waits.'),
            },
          ]}
        />
        <RoleChoice
          legend={t('For people with any of these roles; none for everybody')}
          roles={roles}
          value={draft.forRoleIds}
          error={fields['terms.forRoleIds']}
          onChange={(forRoleIds) => put({ forRoleIds })}
        />
      </FormSection>
      <FormSection
        title={t('Roles')}
        description={t(
          'They come with the signature, and go when the plan is suspended or ends. You can give only what you may do yourself.',
        )}
      >
        <RoleChoice
          giving
          legend={t('Roles that come with it')}
          roles={roles}
          value={draft.roleIds}
          error={fields['terms.roleIds']}
          onChange={(roleIds) => put({ roleIds })}
        />
      </FormSection>
      <div>
        <Button type="submit" pending={pending}>
          {revision === 0 ? t('Begin a draft') : t('Save draft')}
        </Button>
      </div>
    </Form>
  );
}
