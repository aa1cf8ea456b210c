import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { addressesIn } from './addresses';
import type { StepProps } from './step-props';

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
  const invited = addressesIn(draft.invite);
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
      <Field
        label="Invite colleagues"
        note="optional"
        error={inviteError(errors, invited)}
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
function inviteError(errors: StepProps['errors'], invited: string[]): string | undefined {
  if (invited.length > maxInvited)
    return `At most ${maxInvited} here; ${invited.length} are listed.`;
  const found = Object.entries(errors).find(([field]) => /^invite(\.|$)/.test(field));
  if (!found) return undefined;
  const address = invited[Number(found[0].split('.')[1])];
  return address ? `${address}: ${found[1]}` : found[1];
}
