'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { createTeam } from './actions';
import { PlaceField, top } from './place-field';
import { TeamBasics } from './team-basics';
import type { TeamPlace } from './team-facts';

const blank = { name: '', description: '' };

export function NewTeam({ places }: { places: TeamPlace[] }) {
  const t = useWording('settings');
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(blank);
  const [place, setPlace] = useState(top);
  const { pending, error, fields, submit, reset } = useSubmit(createTeam, ({ name }) => {
    notify.done(t('Team {name} made', { name }));
    setDraft(blank);
    setPlace(top);
    setOpen(false);
    router.refresh();
  });
  const change = (next: boolean) => {
    setOpen(next);
    reset();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t('New team')}
        </Button>
      }
      title={t('New team')}
      footer={
        <>
          <DialogClose>
            <Button>{t('Cancel')}</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t('Make team')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        className="flex flex-col gap-5"
        onSend={() => submit({ ...draft, parentId: place === top ? null : place })}
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <TeamBasics draft={draft} fields={fields} onChange={setDraft} />
        <PlaceField places={places} value={place} error={fields.parentId} onChange={setPlace} />
      </Form>
    </Dialog>
  );
}
