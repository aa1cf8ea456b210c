'use client';

import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import type { NewTenantFields } from './new-tenant-fields';

interface Props {
  form: NewTenantFields;
  set: (part: Partial<NewTenantFields>) => void;
  /** Errors by input path. */
  fields: Record<string, string>;
}

/** Who it is for, and why it is opened for them. */
export function OwnerSection({ form, set, fields }: Props) {
  const t = useWording('console');
  return (
    <>
      <FormSection title={t('Owner')} description={t('Becomes its first admin.')}>
        <Field label={t('Name')} error={fields['owner.name']}>
          <Input
            value={form.ownerName}
            autoComplete="off"
            onChange={(event) => set({ ownerName: event.target.value })}
          />
        </Field>
        <Field label={t('E-mail')} error={fields['owner.email']}>
          <Input
            type="email"
            value={form.ownerEmail}
            autoComplete="off"
            onChange={(event) => set({ ownerEmail: event.target.value })}
          />
        </Field>
      </FormSection>
      <FormSection title={t('Reason')} description={t('Stands in the staff audit.')}>
        <Field label={t('Reason')} error={fields.reason}>
          <Input
            value={form.reason}
            maxLength={300}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </Field>
      </FormSection>
    </>
  );
}
