'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { moveTeam } from '../actions';
import { PlaceField, top } from '../place-field';
import type { TeamPlace } from '../team-facts';
import type { TeamRef } from './team-ref';

interface Props {
  team: TeamRef & { parentId: string | null };
  places: TeamPlace[];
  onClose: () => void;
}

export function MoveTeam({ team, places, onClose }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const form = useId();
  const [place, setPlace] = useState(team.parentId ?? top);
  const { pending, error, fields, submit } = useSubmit(moveTeam, () => {
    notify.done(t('Team {name} moved', { name: team.name }));
    router.refresh();
    onClose();
  });
  const others = places.filter(({ id }) => id !== team.id);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Move {name}', { name: team.name })}
      description={t('The teams below it move along.')}
      footer={
        <>
          <DialogClose>
            <Button>{t('Cancel')}</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t('Move team')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        className="flex flex-col gap-5"
        onSend={() => submit({ id: team.id, parentId: place === top ? null : place })}
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <PlaceField places={others} value={place} error={fields.parentId} onChange={setPlace} />
      </Form>
    </Dialog>
  );
}
