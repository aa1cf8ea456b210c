'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import { SaveBar } from '@/components/ui/save-bar';
import { useWording } from '@/lib/language/wording-provider';
import { ReasonField } from '../people/reason-field';
import { changeRole, createRole } from './actions';
import { ImpactNote } from './impact-note';
import { PermissionChoices } from './permission-choices';
import type { PermissionGroup } from './permission-groups';
import type { Preset, RoleDraftState } from './presets';
import { RoleBasics } from './role-basics';
import { useImpact } from './use-impact';

interface Props {
  /** The role that is changed; null for a new one. */
  existing: { id: string; version: number } | null;
  saved: RoleDraftState;
  presets: Preset[];
  groups: PermissionGroup[];
  held: string[];
}

export function RoleEditor({ existing, saved, presets, groups, held }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const [draft, setDraft] = useState(saved);
  const [reason, setReason] = useState('');
  const send = (input: RoleDraftState) =>
    existing ? changeRole({ ...input, ...existing, reason }) : createRole(input);
  const { pending, error, fields, submit, reset } = useSubmit(send, ({ id, name }) => {
    notify.done(existing ? t('Role {name} changed', { name }) : t('Role {name} made', { name }));
    if (existing) router.refresh();
    else router.push(`/settings/roles/${id}`);
  });
  const change = (part: Partial<RoleDraftState>) => setDraft({ ...draft, ...part });
  const preset = presets.find(({ key }) => key === draft.base);
  const startFrom = (base: string) => {
    const next = presets.find(({ key }) => key === base);
    if (!next) return;
    // A role that exists keeps what it may do and is only compared with another preset.
    const permissions = next.permissions.filter((id) => held.includes(id));
    change(existing ? { base: next.key } : { base: next.key, permissions });
  };
  const moved = !sameSet(draft.permissions, saved.permissions);
  const dirty = !existing || moved || draft.name !== saved.name || draft.base !== saved.base;
  const impact = useImpact(
    existing && moved ? { id: existing.id, permissions: draft.permissions } : null,
  );
  return (
    <Form className="flex flex-col gap-6" onSend={() => submit(draft)}>
      <RoleBasics
        isNew={!existing}
        draft={draft}
        presets={presets}
        error={fields.name}
        onName={(name) => change({ name })}
        onBase={startFrom}
      />
      <FormSection
        title={t('What it may do')}
        description={fields.permissions ?? t('Below each permission stands what it opens.')}
      >
        <PermissionChoices
          groups={groups}
          chosen={draft.permissions}
          base={preset?.permissions ?? []}
          held={held}
          onChange={(permissions) => change({ permissions })}
        />
      </FormSection>
      {existing && dirty ? (
        <FormSection
          title={t('What this changes')}
          description={t('It holds from their next click on.')}
        >
          {impact ? <ImpactNote impact={impact} /> : null}
          <ReasonField
            value={reason}
            onChange={setReason}
            error={fields.reason}
            placeholder={t('They take over the exports')}
          />
        </FormSection>
      ) : null}
      <SaveBar
        dirty={dirty}
        pending={pending}
        error={error ?? fields.permissions}
        saveLabel={existing ? t('Change role') : t('Make role')}
        onDiscard={() => {
          setDraft(saved);
          setReason('');
          reset();
          if (!existing) router.push('/settings/roles');
        }}
      />
    </Form>
  );
}

const sameSet = (one: string[], other: string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));
