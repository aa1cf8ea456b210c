'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { createTask, updateTask } from '../actions';
import { AboutChoice } from './about-choice';
import type { TargetOption } from './target-picker';
import { TargetSection } from './target-section';
import { type Draft, inputOf } from './task-draft';
import { WordsSection } from './words-section';
import { WorkSection } from './work-section';

interface Props {
  initial: Draft;
  options: readonly TargetOption[];
  timeZone: string;
  /** The task that is changed; left out for a new one. */
  task?: { id: string; version: number };
  /** Where to go on once it is done; to the task when left out. */
  next?: string | undefined;
}

/** A task to be given, or changed. */
export function TaskForm({ initial, options, timeZone, task, next }: Props) {
  const t = useWording('tasks');
  const router = useRouter();
  const [draft, setDraft] = useState(initial);
  const done = ({ id }: { id: string }) => {
    notify.done(task ? t('Task changed') : t('Task given'));
    router.push(next ?? `/tasks/${id}`);
    router.refresh();
  };
  const creating = useSubmit(createTask, done);
  const changing = useSubmit(updateTask, done);
  const { pending, error, fields } = task ? changing : creating;
  const send = () => {
    const input = inputOf(draft, timeZone);
    if (task) changing.submit({ ...input, taskId: task.id, version: task.version });
    else creating.submit(input);
  };
  const change = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const shared = { draft, fields, onChange: change };
  return (
    <Form className="flex flex-col gap-8" onSend={send}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <AboutChoice {...shared} />
      <WordsSection {...shared} />
      <TargetSection {...shared} options={options} timeZone={timeZone} />
      <WorkSection {...shared} />
      <div className="flex flex-wrap gap-2 border-line border-t pt-5">
        <Button type="submit" variant="primary" pending={pending}>
          {task ? t('Save') : t('Give task')}
        </Button>
        <LinkButton variant="ghost" href={next ?? (task ? `/tasks/${task.id}` : '/tasks/given')}>
          {t('Cancel')}
        </LinkButton>
      </div>
    </Form>
  );
}
