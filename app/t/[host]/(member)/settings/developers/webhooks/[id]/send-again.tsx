'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { notify } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { replayRange } from '../../actions';

const hourMs = 3_600_000;

const spans = [
  { value: '1', label: 'The last hour' },
  { value: '24', label: 'The last day' },
  { value: '168', label: 'The last seven days' },
  { value: '720', label: 'The last thirty days' },
];
const choices = [
  { value: 'failed', label: 'Those that did not arrive' },
  { value: 'all', label: 'Those that arrived too' },
];

interface Range {
  id: string;
  from: string;
  to: string;
  which: 'failed' | 'all';
  cursor?: string;
}

function rangeOf(id: string, { hours, which }: { hours: string; which: string }): Range {
  const now = Date.now();
  return {
    id,
    from: new Date(now - Number(hours) * hourMs).toISOString(),
    to: new Date(now).toISOString(),
    which: which === 'all' ? 'all' : 'failed',
  };
}

/** Sends the messages of a time again, at most 500 at each press. */
export function SendAgain({ id }: { id: string }) {
  const t = useWording('developers');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [hours, setHours] = useState('24');
  const [which, setWhich] = useState('failed');
  const [rest, setRest] = useState<Range | null>(null);
  const { submit, pending, error } = useSubmit(replayRange, ({ count, next }) => {
    notify.done(
      t(
        '{count, plural, =0 {Nothing to send again} one {# message goes out again} other {# messages go out again}}',
        { count },
      ),
    );
    setRest((sent) => (next && sent ? { ...sent, cursor: next } : null));
    if (!next) setOpen(false);
    router.refresh();
  });
  const send = () => {
    const range = rest ?? rangeOf(id, { hours, which });
    setRest(range);
    submit(range);
  };
  const again = (set: (value: string) => void) => (value: string) => {
    setRest(null);
    set(value);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('Send again')}</Button>}
      title={t('Send messages again?')}
      description={t('Each keeps its id, so that a receiver knows those it had.')}
    >
      <Form className="grid gap-5 pb-2" onSend={send}>
        {error ? <Banner tone="danger">{error}</Banner> : null}
        {rest?.cursor ? (
          <Banner>{t('There are more of them. Go on with the next ones?')}</Banner>
        ) : null}
        <Field label={t('Of which time')}>
          <Select options={t.labelled(spans)} value={hours} onValueChange={again(setHours)} />
        </Field>
        <Field label={t('Which of them')}>
          <Select options={t.labelled(choices)} value={which} onValueChange={again(setWhich)} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            {rest?.cursor ? t('Send the next ones') : t('Send again')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
