'use client';

import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import { type BrandFieldsProps, FieldGroup } from './field-group';

interface Props extends BrandFieldsProps {
  /** Whether the plan lets the platform's name be left out. */
  mayHide: boolean;
}

/** Words of the sign-in page, and whether the platform is named at all. */
export function PageFields({ tokens, change, errors, mayHide }: Props) {
  const t = useWording('settings');
  const { signIn } = tokens;
  return (
    <FieldGroup title={t('Sign-in page')}>
      <Field label={t('Title')} note={t('optional')} error={errors['signIn.title']}>
        <Input
          value={signIn.title}
          maxLength={80}
          placeholder={t('Sign in to {name}', { name: tokens.name })}
          onChange={(event) => change({ signIn: { ...signIn, title: event.target.value } })}
        />
      </Field>
      <Field
        label={t('Words')}
        note={t('optional')}
        help={t('One or two sentences under the title.')}
        error={errors['signIn.words']}
      >
        <Textarea
          rows={3}
          value={signIn.words}
          maxLength={240}
          onChange={(event) =>
            change({ signIn: { ...signIn, words: event.target.value.replace(/\s*\n\s*/g, ' ') } })
          }
        />
      </Field>
      <Choice
        label={t('White-label')}
        help={
          mayHide
            ? t('Leaves the platform’s name out of your pages and mails.')
            : t('Your plan shows the platform’s name. Choose another under Plan.')
        }
        trailing
      >
        <Switch
          checked={tokens.whiteLabel && mayHide}
          disabled={!mayHide}
          onCheckedChange={(whiteLabel) => change({ whiteLabel })}
        />
      </Choice>
    </FieldGroup>
  );
}
