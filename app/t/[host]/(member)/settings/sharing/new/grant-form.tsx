'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { SaveBar } from '@/components/ui/save-bar';
import { Textarea } from '@/components/ui/textarea';
import type { BuiltInRole } from '@/lib/access/permissions';
import { useWording } from '@/lib/language/wording-provider';
import { giveGrant } from '../actions';
import { RoleChoices } from '../role-choices';
import { aboutPlace, blank, type GrantDraft, inputOf, type Place } from './grant-draft';
import { WhatFields } from './what-fields';

interface Props {
  places: Place[];
  roles: { key: BuiltInRole; name: string }[];
  timeZone: string;
}

/** Names what is shared, with whom, for which of their roles and until when. */
export function GrantForm({ places, roles, timeZone }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const [draft, setDraft] = useState<GrantDraft>(() => aboutPlace(blank, places[0]));
  const { pending, error, fields, submit } = useSubmit(giveGrant, ({ partner, placeName }) => {
    notify.done(t('{place} offered to {partner}', { place: placeName, partner: partner.name }));
    router.push('/settings/sharing');
    router.refresh();
  });
  const put = (part: Partial<GrantDraft>) => setDraft({ ...draft, ...part });
  const place = places.find(({ id }) => id === draft.placeId);
  const send = () => submit(inputOf(draft, place?.view ?? '', timeZone));
  return (
    <Form className="flex flex-col gap-6" onSend={send}>
      <FormSection
        title={t('With whom')}
        description={t('A workspace whose people sign in with the same accounts as here.')}
      >
        <Field
          label={t('Address of the workspace')}
          help={t('As it stands in the browser there. One of its admins has to accept.')}
          error={fields.address}
        >
          <Input
            value={draft.address}
            maxLength={253}
            autoComplete="off"
            onChange={(event) => put({ address: event.target.value })}
          />
        </Field>
        <RoleChoices
          legend={t('Which of their roles')}
          help={t('They can leave some of these out, and add none.')}
          error={fields.roles}
          roles={roles}
          chosen={draft.roles}
          onChange={(chosen) => put({ roles: chosen })}
        />
      </FormSection>
      <WhatFields
        places={places}
        place={place}
        draft={draft}
        errors={fields}
        put={put}
        onPlace={(id) =>
          setDraft(
            aboutPlace(
              draft,
              places.find((one) => one.id === id),
            ),
          )
        }
      />
      <FormSection
        title={t('How long and why')}
        description={t('The people concerned read this under their account.')}
      >
        <Field label={t('Last day')} help={t('Up to a year from now.')} error={fields.endsAt}>
          <DateInput value={draft.until} onChange={(event) => put({ until: event.target.value })} />
        </Field>
        <Field label={t('Purpose')} error={fields.purpose}>
          <Textarea
            value={draft.purpose}
            maxLength={300}
            rows={2}
            placeholder={t('Teachers plan around lessons elsewhere')}
            onChange={(event) => put({ purpose: event.target.value })}
          />
        </Field>
      </FormSection>
      <SaveBar
        dirty
        pending={pending}
        error={error ?? fields.view}
        saveLabel={t('Offer view')}
        onDiscard={() => router.push('/settings/sharing')}
      />
    </Form>
  );
}
