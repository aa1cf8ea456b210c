import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { PolicyFields } from './policy-draft';

const choices = [
  { value: 'end_oldest', label: 'The oldest session ends' },
  { value: 'end_least_used', label: 'The one unused for longest ends' },
  { value: 'refuse', label: 'The new sign-in is refused' },
] as const;

/** How long sessions last and how many there may be. */
export function SessionFields({ draft, fields, put }: PolicyFields) {
  const t = useWording('settings');
  const numbers = (
    name: 'idleMinutes' | 'absoluteHours' | 'maxSessions',
    words: { label: string; help: string },
  ) => (
    <Field label={words.label} help={words.help} error={fields[name]}>
      <Input
        inputMode="numeric"
        value={draft[name]}
        onChange={(event) => put({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <FormSection
      title={t('Sessions')}
      description={t('Shorter times count at once, also for those who are signed in.')}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {numbers('idleMinutes', {
          label: t('Ends unused after, in minutes'),
          help: t('Empty for 7 days.'),
        })}
        {numbers('absoluteHours', {
          label: t('Ends at the latest after, in hours'),
          help: t('Empty for 30 days.'),
        })}
        {numbers('maxSessions', {
          label: t('Sessions of one person at most'),
          help: t('Empty for any number.'),
        })}
        {draft.maxSessions.trim() ? (
          <Field label={t('One more than that')} error={fields.whenFull}>
            <Select
              options={t.labelled([...choices])}
              value={draft.whenFull}
              onValueChange={(value) => {
                const chosen = choices.find((choice) => choice.value === value);
                if (chosen) put({ whenFull: chosen.value });
              }}
            />
          </Field>
        ) : null}
      </div>
    </FormSection>
  );
}
