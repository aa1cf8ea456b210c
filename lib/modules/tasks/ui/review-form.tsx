'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { notify } from '@/components/ui/notify';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import { acceptWork, returnWork } from '../actions';

interface Props {
  work: {
    taskId: string;
    userId: string;
    name: string;
    attempt: number;
    state: 'handed_in' | 'returned' | 'accepted';
  };
  /** What was said of it before, where a verdict is changed. */
  said: string;
  /** Where to go on: to whoever waits next. */
  nextHref: string;
}

/** Accepts what somebody handed in, or returns it with a word on what to do better. */
export function ReviewForm({ work, said, nextHref }: Props) {
  const t = useWording('tasks');
  const router = useRouter();
  const [feedback, setFeedback] = useState(said);
  const { taskId, userId, name, attempt, state } = work;
  const done = (words: string) => () => {
    notify.done(words);
    router.push(nextHref);
    router.refresh();
  };
  const accepting = useSubmit(acceptWork, done(t('Accepted what {name} handed in', { name })));
  const returning = useSubmit(returnWork, done(t('Returned to {name}', { name })));
  const given = { taskId, userId, attempt, was: state, feedback };
  const refusal = accepting.error ?? returning.error;
  return (
    <Form className="flex flex-col gap-4" onSend={() => accepting.submit(given)}>
      {refusal ? <Banner tone="danger">{refusal}</Banner> : null}
      <Field
        label={t('Feedback')}
        note={t('needed to return')}
        error={returning.fields.feedback ?? accepting.fields.feedback}
      >
        <Textarea
          rows={4}
          maxLength={10_000}
          value={feedback}
          onChange={(event) => setFeedback(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        {state === 'accepted' ? null : (
          <Button type="submit" variant="primary" pending={accepting.pending}>
            {t('Accept')}
          </Button>
        )}
        {state === 'returned' ? null : (
          <Button pending={returning.pending} onClick={() => returning.submit(given)}>
            {t('Return')}
          </Button>
        )}
      </div>
    </Form>
  );
}
