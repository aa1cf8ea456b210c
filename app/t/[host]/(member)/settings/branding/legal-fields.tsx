'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { legalKinds, legalLabels, longestLegal } from '@/lib/tenancy/branding/legal';
import { type BrandFieldsProps, FieldGroup } from './field-group';

export function LegalFields({ tokens, change, errors }: BrandFieldsProps) {
  const t = useWording('settings');
  const { legal } = tokens;
  return (
    <FieldGroup
      title={t('Legal links')}
      description={t('Shown on the sign-in page, under forms for guests and in mails.')}
    >
      {legalKinds.map((kind) => (
        <Field
          key={kind}
          label={t(legalLabels[kind])}
          note={t('optional')}
          error={errors[`legal.${kind}`]}
        >
          <Input
            type="url"
            value={legal[kind]}
            maxLength={longestLegal}
            placeholder="https://"
            onChange={(event) => change({ legal: { ...legal, [kind]: event.target.value } })}
          />
        </Field>
      ))}
    </FieldGroup>
  );
}
