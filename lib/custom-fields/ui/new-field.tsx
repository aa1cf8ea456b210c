'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import type { FieldActs } from './acts';
import { FieldDialog } from './field-dialog';
import type { ReachChoices } from './words';

export function NewField({ acts, reaches }: { acts: FieldActs; reaches: ReachChoices }) {
  const t = useWording('customFields');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t('New field')}
      </Button>
      {open ? <FieldDialog acts={acts} reaches={reaches} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
