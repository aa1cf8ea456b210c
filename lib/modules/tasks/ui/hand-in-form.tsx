'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { notify } from '@/components/ui/notify';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import { handInTask } from '../actions';
import { useTaskFiles } from './use-task-files';

interface Props {
  task: { id: string; takesText: boolean; takesFiles: boolean; reviewed: boolean };
  /** How many times it was handed in before. */
  after: number;
}

/** What a task asks for, to be handed in. */
export function HandInForm({ task, after }: Props) {
  const t = useWording('tasks');
  const router = useRouter();
  const [body, setBody] = useState('');
  const uploads = useTaskFiles(task.id, t('This file is larger than 10 MB.'));
  const { pending, error, fields, submit } = useSubmit(handInTask, () => {
    notify.done(task.reviewed ? t('Handed in') : t('Done'));
    router.refresh();
  });
  const asksNothing = !task.takesText && !task.takesFiles;
  return (
    <Form
      className="flex flex-col gap-4"
      onSend={() => submit({ taskId: task.id, after, body, fileIds: uploads.ids })}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      {task.takesText ? (
        <Field label={t('Your answer')} error={fields.body}>
          <Textarea
            rows={6}
            maxLength={20_000}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        </Field>
      ) : null}
      {task.takesFiles ? (
        <div className="flex flex-col gap-1.5">
          <p className="font-medium text-sm">{t('Files')}</p>
          <FileDrop
            multiple
            label={t('Files')}
            hint={t('Up to 10 MB each')}
            files={uploads.files}
            onFiles={uploads.send}
            onRemove={uploads.remove}
          />
          {fields.fileIds ? (
            <p role="alert" className="text-danger-text text-sm">
              {fields.fileIds}
            </p>
          ) : null}
        </div>
      ) : null}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          disabled={uploads.pending || uploads.files.some((file) => file.error)}
        >
          {asksNothing ? t('Mark as done') : after > 0 ? t('Hand in again') : t('Hand in')}
        </Button>
      </div>
    </Form>
  );
}
