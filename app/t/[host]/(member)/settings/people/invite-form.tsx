'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import { invitePeople } from './actions';
import { InvitePreview } from './invite-preview';
import type { InviteOutcome } from './invite-results';
import { ListFile } from './list-file';
import type { RoleChoice } from './member-facts';
import { parseInvites, type WrittenInvite } from './parse-invites';
import type { SeatFacts } from './seat-facts';
import { SeatsWarning } from './seats-warning';

/** What is being written, kept while the outcome of another try is shown. */
export interface InviteDraft {
  text: string;
  roleId: string;
}

interface Props {
  /** Those that may be given. */
  roles: RoleChoice[];
  seats: SeatFacts;
  draft: InviteDraft;
  onDraft: (draft: InviteDraft) => void;
  onDone: (written: WrittenInvite[], outcomes: InviteOutcome[]) => void;
}

const most = 200;

export function InviteForm({ roles, seats, draft, onDraft, onDone }: Props) {
  const t = useWording('settings');
  const { text, roleId } = draft;
  const known = roles.map(({ id, key, name }) => ({ id, words: [key, name, t.said(name)] }));
  const written = parseInvites(text, known, roleId);
  const people = written.filter(({ trouble }) => !trouble);
  const { pending, error, fields, submit } = useSubmit(invitePeople, ({ results }) =>
    onDone(written, results),
  );
  const tooMany =
    people.length > most ? t('At most {most} addresses at a time.', { most }) : undefined;
  const [refused] = Object.values(fields);
  const send = () =>
    submit({ people: people.map(({ email, name, roleId }) => ({ email, name, roleId })) });
  return (
    <Form className="flex flex-col gap-5" onSend={send}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <div className="flex flex-col items-start gap-2">
        <Field
          className="w-full"
          label={t('Addresses')}
          help={t(
            'One a line, with a name and a role behind it if you like: kim@example.com, Kim Min, Advanced. A CSV file works too, with columns named email, name and role.',
          )}
          error={tooMany ?? refused}
        >
          <Textarea
            rows={5}
            value={text}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onDraft({ roleId, text: event.target.value })}
            placeholder={'kim@example.com\nlee@example.com'}
          />
        </Field>
        <ListFile onRead={(text) => onDraft({ roleId, text })} />
      </div>
      <Field label={t('Role')} help={t('For everybody who has no other beside their address.')}>
        <Select
          options={roles.map(({ id, name }) => ({ value: id, label: t.said(name) }))}
          value={roleId}
          onValueChange={(roleId) => onDraft({ roleId, text })}
        />
      </Field>
      <InvitePreview written={written} roles={roles} />
      <SeatsWarning seats={seats} more={people.length} />
      <div className="flex justify-end">
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          disabled={people.length === 0 || Boolean(tooMany)}
        >
          {people.length > 1
            ? t('Send {count} invitations', { count: people.length })
            : t('Send invitation')}
        </Button>
      </div>
    </Form>
  );
}
