'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import { fromWriting } from '../../comments/mentions';
import type { PersonName } from '../grid/columns';
import { MentionList } from './mention-list';
import { useMention } from './use-mention';

interface Props {
  label: string;
  action: string;
  initial?: { text: string; people: readonly PersonName[] };
  /** Answers why it was not kept, or nothing. */
  onSave: (body: string) => Promise<string | undefined>;
  onCancel?: () => void;
}

/** A box to write in; `@` and some letters offer the members to mention. */
export function CommentBox({ label, action, initial, onSave, onCancel }: Props) {
  const t = useWording('collections');
  const listId = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial?.text ?? '');
  const [chosen, setChosen] = useState<readonly PersonName[]>(initial?.people ?? []);
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const mention = useMention();
  const save = async () => {
    if (pending || !text.trim()) return;
    setPending(true);
    const refused = await onSave(fromWriting(text, chosen));
    setPending(false);
    setError(refused);
    if (refused === undefined) setText('');
  };
  const pick = (person: PersonName) => {
    const field = input.current;
    if (!field) return;
    const caret = field.selectionStart;
    const start = caret - mention.length;
    const before = `${text.slice(0, start)}@${person.name} `;
    setText(before + text.slice(caret));
    setChosen([...chosen, person]);
    mention.close();
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(before.length, before.length);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mention.onKeyDown(event, pick)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      className="flex flex-col gap-2"
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="relative">
        <Field label={label} hideLabel error={error}>
          <Textarea
            ref={input}
            value={text}
            maxLength={4_000}
            placeholder={t('{label}, @ mentions somebody', { label })}
            aria-autocomplete="list"
            aria-controls={mention.people.length > 0 ? listId : undefined}
            aria-activedescendant={
              mention.people.length > 0 ? `${listId}-${mention.active}` : undefined
            }
            onChange={({ target }) => {
              setText(target.value);
              mention.look(target.value.slice(0, target.selectionStart));
            }}
            onKeyDown={onKeyDown}
            onBlur={mention.close}
          />
        </Field>
        <MentionList id={listId} people={mention.people} active={mention.active} onPick={pick} />
      </div>
      <div className="flex justify-end gap-2">
        {onCancel ? <Button onClick={onCancel}>{t('Cancel')}</Button> : null}
        <Button type="submit" variant="primary" pending={pending} disabled={!text.trim()}>
          {action}
        </Button>
      </div>
    </form>
  );
}
