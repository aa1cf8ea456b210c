'use client';

import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { notify } from '@/components/ui/notify';
import { formatCount } from '@/lib/format';
import type { Import, RevertPreview } from '../../imports/shapes';
import { api } from '../data/api';

interface Props {
  found: Pick<Import, 'id' | 'file'>;
  onChange: (now: Import) => void;
  small?: boolean;
}

/** Takes an import back, after telling what that does and what somebody changed since. */
export function RevertButton({ found, onChange, small = false }: Props) {
  const [preview, setPreview] = useState<RevertPreview | null>(null);
  const [force, setForce] = useState(false);
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    const answer = await api<RevertPreview>('GET', `/imports/${found.id}/revert`);
    setBusy(false);
    if (answer.ok) setPreview(answer.data);
    else notify.failed('The import was not taken back', { description: answer.error.message });
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
        Take this import back
      </Button>
      {preview ? (
        <AlertDialog
          open
          onOpenChange={(open) => !open && setPreview(null)}
          title={`Take back ${found.file.name}?`}
          description={consequences(preview, force)}
          action="Take import back"
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

function consequences({ removes, restores, touched }: RevertPreview, force: boolean) {
  const parts = [
    removes > 0 ? `To the trash: ${formatCount(removes, 'record')} it added.` : '',
    restores > 0 ? `Old values back: ${formatCount(restores, 'record')} it changed.` : '',
    touched > 0
      ? `Changed by somebody since: ${formatCount(touched, 'record')}, ${force ? 'taken back too' : 'left as they are'}.`
      : '',
  ];
  return parts.filter(Boolean).join(' ') || 'Nothing of it is left to take back.';
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
            and {formatCount(touched - shown.length, 'other')}
          </li>
        ) : null}
      </ul>
      <Choice label="Take these back too" help="What was changed in them since is lost.">
        <Checkbox checked={force} onCheckedChange={(checked) => onForce(checked === true)} />
      </Choice>
    </div>
  );
}
