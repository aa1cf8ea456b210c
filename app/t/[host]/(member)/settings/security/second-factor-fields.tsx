import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { useWording } from '@/lib/language/wording-provider';
import { FactorCount, type FactorFacts } from './factor-count';
import type { PolicyFields } from './policy-draft';

interface Props extends PolicyFields {
  roles: { key: string; name: string }[];
  factors: FactorFacts;
}

/** Whether a second factor is asked for: of whom, from when, with how much time. */
export function SecondFactorFields({ draft, fields, put, roles, factors }: Props) {
  const t = useWording('settings');
  const toggle = (key: string, on: boolean) => {
    const others = draft.secondFactorRoles.filter((held) => held !== key);
    put({ secondFactorRoles: on ? [...others, key] : others });
  };
  return (
    <FormSection
      title={t('Second factor')}
      description={t('A code of an authenticator app, or a passkey.')}
    >
      <RadioGroup
        looks="cards"
        aria-label={t('Second factor')}
        value={draft.secondFactor}
        onValueChange={(value) =>
          put({ secondFactor: value === 'required' ? 'required' : 'optional' })
        }
        options={[
          {
            value: 'optional',
            label: t('Whoever wants one'),
            help: t('Those who set one up are asked for it at every sign-in.'),
          },
          {
            value: 'required',
            label: t('Asked of members'),
            help: t('Who has none sets it up while signing in.'),
          },
        ]}
      />
      <FactorCount {...factors} />
      {draft.secondFactor === 'required' ? (
        <>
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 font-medium">{t('Of which roles')}</legend>
            <div className="grid gap-2 sm:grid-cols-2">
              {roles.map(({ key, name }) => (
                <Choice key={key} label={t.said(name)}>
                  <Checkbox
                    checked={draft.secondFactorRoles.includes(key)}
                    onCheckedChange={(on) => toggle(key, on === true)}
                  />
                </Choice>
              ))}
            </div>
            <p className="text-muted text-sm">{t('None chosen means everybody.')}</p>
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('From')} help={t('Empty for now.')} error={fields.secondFactorFrom}>
              <DateInput
                value={draft.secondFactorFrom}
                onChange={(event) => put({ secondFactorFrom: event.target.value })}
              />
            </Field>
            <Field
              label={t('Days of grace')}
              help={t('For each member, counted from then or from joining.')}
              error={fields.graceDays}
            >
              <Input
                inputMode="numeric"
                value={draft.graceDays}
                onChange={(event) => put({ graceDays: event.target.value })}
              />
            </Field>
          </div>
        </>
      ) : null}
    </FormSection>
  );
}
