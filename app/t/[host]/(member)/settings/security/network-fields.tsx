import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import type { PolicyFields } from './policy-draft';

/** From which networks members may come. */
export function NetworkFields({
  draft,
  fields,
  put,
  address,
}: PolicyFields & { address: string | null }) {
  const t = useWording('settings');
  const wrong = Object.entries(fields).find(([path]) => path.startsWith('networks'))?.[1];
  const hasOwn = address !== null && draft.networks.split(/[\s,;]+/).includes(address);
  return (
    <FormSection
      title={t('Networks')}
      description={t(
        'Members from anywhere else are turned away, signed in or not. Forms for guests stay open.',
      )}
    >
      <Field
        label={t('Allowed addresses and networks')}
        help={t('One a line, such as 203.0.113.0/24. Empty for anywhere.')}
        error={wrong}
      >
        <Textarea
          rows={3}
          spellCheck={false}
          value={draft.networks}
          onChange={(event) => put({ networks: event.target.value })}
        />
      </Field>
      {address && !hasOwn ? (
        <div>
          <Button
            size="small"
            onClick={() => put({ networks: `${draft.networks.trim()}\n${address}`.trim() })}
          >
            {t('Add your address, {address}', { address })}
          </Button>
        </div>
      ) : null}
    </FormSection>
  );
}
