import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
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
];

const maxInvited = 20;

export function ContentsStep({ draft, change, errors }: StepProps) {
  const pasted = readAddresses(draft.invite);
  const invited = pasted.addresses;
  return (
    <>
      <div className="grid gap-2">
        <p id="contents" className="font-medium text-sm">
          How it begins
        </p>
        <RadioGroup
          looks="cards"
          aria-labelledby="contents"
          options={contents}
          value={draft.content}
          onValueChange={(content) => change({ content: content === 'empty' ? 'empty' : 'sample' })}
        />
      </div>
      <WallsField tier={draft.tier} onTier={(tier) => change({ tier })} error={errors.tier} />
      <Field
        label="Invite colleagues"
        note="optional"
        error={inviteError(errors, pasted)}
        help={
          invited.length > 0
            ? `${invited.length} of at most ${maxInvited}. Each gets a mail with a link, in the role Basic.`
            : 'Paste e-mail addresses. You can also do this later.'
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
): string | undefined {
  if (addresses.length > maxInvited)
    return `At most ${maxInvited} here; ${addresses.length} are listed.`;
  const found = Object.entries(errors).find(([field]) => /^invite(\.|$)/.test(field));
  if (!found) return undefined;
  if (strays.length > 0) return strayWords(strays);
  const address = addresses[Number(found[0].split('.')[1])];
  return address ? `${address}: ${found[1]}` : found[1];
}
