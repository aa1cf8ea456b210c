import { Banner } from '@/components/ui/banner';
import { Choice } from '@/components/ui/choice';
import { FormSection } from '@/components/ui/form-section';
import { Switch } from '@/components/ui/switch';
import { useWording } from '@/lib/language/wording-provider';
import type { PolicyDraft, PolicyFields } from './policy-draft';

type Method = PolicyDraft['methodsOff'][number];

/** Ways to sign in that are offered here; what is off is refused from the next request on. */
export function MethodFields({ draft, fields, put }: PolicyFields) {
  const t = useWording('settings');
  const ways: { id: Method; label: string; help: string }[] = [
    {
      id: 'password',
      label: t('Password'),
      help: t('With the e-mail. API clients sign in with it as well.'),
    },
    {
      id: 'magic_link',
      label: t('Link by mail'),
      help: t('Each works once, for 15 minutes.'),
    },
    {
      id: 'passkey',
      label: t('Passkey'),
      help: t('With the lock of a device. Counts as both factors.'),
    },
  ];
  const turn = (id: Method, on: boolean) => {
    const others = draft.methodsOff.filter((off) => off !== id);
    put({ methodsOff: on ? others : [...others, id] });
  };
  return (
    <FormSection
      title={t('Ways to sign in')}
      description={t('For entering this workspace only. Who is signed in stays so.')}
    >
      {fields.methodsOff ? <Banner tone="danger">{fields.methodsOff}</Banner> : null}
      <div className="grid gap-4">
        {ways.map(({ id, label, help }) => (
          <Choice key={id} label={label} help={help} trailing>
            <Switch
              checked={!draft.methodsOff.includes(id)}
              onCheckedChange={(on) => turn(id, on)}
            />
          </Choice>
        ))}
      </div>
    </FormSection>
  );
}
