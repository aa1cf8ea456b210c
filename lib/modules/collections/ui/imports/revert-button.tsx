'use client';

import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { notify } from '@/components/ui/notify';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Import, RevertPreview } from '../../imports/shapes';
import { api } from '../data/api';

interface Props {
  found: Pick<Import, 'id' | 'file'>;
  onChange: (now: Import) => void;
  small?: boolean;
}

/** Takes an import back, after telling what that does and what somebody changed since. */
export function RevertButton({ found, onChange, small = false }: Props) {
  const t = useWording('collections');
  const [preview, setPreview] = useState<RevertPreview | null>(null);
  const [force, setForce] = useState(false);
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    const answer = await api<RevertPreview>('GET', `/imports/${found.id}/revert`);
    setBusy(false);
    if (answer.ok) setPreview(answer.data);
    else notify.failed(t('The import was not taken back'), { description: answer.error.message });
  };
  const confirm = async () => {
    const answer = await api<Import>('POST', `/imports/${found.id}/revert`, { force });
    if (!answer.ok) return { error: answer.error.message };
    onChange(answer.data);
    return undefined;
  };
  return (
    <>
      <Button
        variant="danger-quiet"
        size={small ? 'small' : undefined}
        pending={busy}
        onClick={() => void look()}
      >
        {t('Take this import back')}
      </Button>
      {preview ? (
        <AlertDialog
          open
          onOpenChange={(open) => !open && setPreview(null)}
          title={t('Take back {name}?', { name: found.file.name })}
          description={consequences(preview, force, t)}
          action={t('Take import back')}
          onConfirm={confirm}
        >
          {preview.touched > 0 ? (
            <TouchedRecords preview={preview} force={force} onForce={setForce} />
          ) : null}
        </AlertDialog>
      ) : null}
    </>
  );
}

function consequences(
  { removes, restores, touched }: RevertPreview,
  force: boolean,
  t: Wording<'collections'>,
) {
  const parts = [
    removes > 0
      ? t('To the trash: {removes, plural, one {# record} other {# records}} it added.', {
          removes,
        })
      : '',
    restores > 0
      ? t('Old values back: {restores, plural, one {# record} other {# records}} it changed.', {
          restores,
        })
      : '',
    touched > 0
      ? t(
          force
            ? 'Changed by somebody since: {touched, plural, one {# record} other {# records}}, taken back too.'
            : 'Changed by somebody since: {touched, plural, one {# record} other {# records}}, left as they are.',
          { touched },
        )
      : '',
  ];
  return parts.filter(Boolean).join(' ') || t('Nothing of it is left to take back.');
}

function TouchedRecords({
  preview: { records, touched },
  force,
  onForce,
}: {
  preview: RevertPreview;
  force: boolean;
  onForce: (force: boolean) => void;
}) {
  const t = useWording('collections');
  const shown = records.slice(0, 6);
  return (
    <div className="flex flex-col gap-3">
      <ul className="rounded-control border border-line">
        {shown.map(({ id, title, updatedBy }) => (
          <li
            key={id}
            className="flex justify-between gap-3 border-line px-3 py-1.5 not-last:border-b"
          >
            <span className="truncate">{title}</span>
            {updatedBy ? <span className="shrink-0 text-muted text-sm">{updatedBy}</span> : null}
          </li>
        ))}
        {touched > shown.length ? (
          <li className="px-3 py-1.5 text-muted text-sm">
            {t('and {touched, plural, one {# other} other {# others}}', {
              touched: touched - shown.length,
            })}
          </li>
        ) : null}
      </ul>
      <Choice label={t('Take these back too')} help={t('What was changed in them since is lost.')}>
        <Checkbox checked={force} onCheckedChange={(checked) => onForce(checked === true)} />
      </Choice>
    </div>
  );
}
