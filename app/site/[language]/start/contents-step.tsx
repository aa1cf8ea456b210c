import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { type PastedAddresses, readAddresses, strayWords } from './addresses';
import type { StepProps } from './step-props';
import { WallsField } from './walls-field';

const contents = [
  {
    value: 'sample',
    label: 'With something to try',
    help: 'Two small collections, Contacts and Projects, to change or to delete.',
  },
  { value: 'empty', label: 'Empty', help: 'Nothing but your people and your look.' },
] as const;

const maxInvited = 20;

export function ContentsStep({ draft, change, errors }: StepProps) {
  const t = useWording('start');
  const pasted = readAddresses(draft.invite);
  const invited = pasted.addresses;
  return (
    <>
      <div className="grid gap-2">
        <p id="contents" className="font-medium text-sm">
          {t('How it begins')}
        </p>
        <RadioGroup
          looks="cards"
          aria-labelledby="contents"
          options={contents.map(({ value, label, help }) => ({
            value,
            label: t(label),
            help: t(help),
          }))}
          value={draft.content}
          onValueChange={(content) => change({ content: content === 'empty' ? 'empty' : 'sample' })}
        />
      </div>
      <WallsField tier={draft.tier} onTier={(tier) => change({ tier })} error={errors.tier} />
      <Field
        label={t('Invite colleagues')}
        note={t('optional')}
        error={inviteError(errors, pasted, t)}
        help={
          invited.length > 0
            ? t('{count} of at most {most}. Each gets a mail with a link, in the role Basic.', {
                count: invited.length,
                most: maxInvited,
              })
            : t('Paste e-mail addresses. You can also do this later.')
        }
      >
        <Textarea
          name="invite"
          rows={3}
          spellCheck={false}
          value={draft.invite}
          onChange={(event) => change({ invite: event.target.value })}
        />
      </Field>
    </>
  );
}

/** Errors come by place in the list; a person wants the address. */
function inviteError(
  errors: StepProps['errors'],
  { addresses, strays }: PastedAddresses,
  t: Wording<'start'>,
): string | undefined {
  if (addresses.length > maxInvited) {
    return t('At most {most} here; {count} are listed.', {
      most: maxInvited,
      count: addresses.length,
    });
  }
  const found = Object.entries(errors).find(([field]) => /^invite(\.|$)/.test(field));
  if (!found) return undefined;
  if (strays.length > 0) return strayWords(strays, t);
  const address = addresses[Number(found[0].split('.')[1])];
  return address ? `${address}: ${found[1]}` : found[1];
}
