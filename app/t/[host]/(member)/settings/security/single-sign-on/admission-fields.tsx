import { Choice } from '@/components/ui/choice';
import { FormSection } from '@/components/ui/form-section';
import { RadioGroup } from '@/components/ui/radio-group';
import { Switch } from '@/components/ui/switch';
import type { ProviderState } from '@/lib/identity/oidc/provider';
import { useWording } from '@/lib/language/wording-provider';
import type { ProviderFieldsProps } from './provider-draft';

/** Whether strangers come in, and what a second factor given there is worth here. */
export function AdmissionFields({ draft, put }: ProviderFieldsProps) {
  const t = useWording('settings');
  return (
    <FormSection
      title={t('Who comes in')}
      description={t(
        'People are known by what the provider calls them, never by their address alone.',
      )}
    >
      <Choice
        label={t('People the provider knows become members')}
        help={t('At their first sign-in, in the roles below. Otherwise only members come in.')}
      >
        <Switch checked={draft.joins} onCheckedChange={(joins) => put({ joins })} />
      </Choice>
      <div className="grid gap-2">
        <p className="font-medium text-sm">{t('Second factor')}</p>
        <RadioGroup
          aria-label={t('Second factor')}
          value={draft.secondFactor}
          onValueChange={(value) => put({ secondFactor: value as ProviderState['secondFactor'] })}
          options={[
            {
              value: 'ask',
              label: t('Ask for it here'),
              help: t('Whatever the provider asked for.'),
            },
            {
              value: 'claimed',
              label: t('Count it where the provider says so'),
              help: t('When its answer names a second factor (amr or acr).'),
            },
            {
              value: 'trusted',
              label: t('Leave it to the provider'),
              help: t('It is never asked for here after single sign-on.'),
            },
          ]}
        />
      </div>
    </FormSection>
  );
}
