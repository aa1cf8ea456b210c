'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FileDrop } from '@/components/ui/file-drop';
import { Spinner } from '@/components/ui/spinner';
import { useWording } from '@/lib/language/wording-provider';
import { uploadPicture } from './upload-picture';

interface Props {
  kind: 'logo' | 'favicon';
  label: string;
  hint: string;
  path: string | undefined;
  error: string | undefined;
  onChange: (path: string | undefined) => void;
}

export function PictureField({ kind, label, hint, path, error, onChange }: Props) {
  const t = useWording('settings');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const take = async ([file]: File[]) => {
    if (!file) return;
    setBusy(true);
    const answer = await uploadPicture(kind, file);
    setBusy(false);
    setRefused('error' in answer ? answer.error : undefined);
    if ('path' in answer) onChange(answer.path);
  };
  const message = refused ?? error;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2 font-medium text-sm">
        {label}
        {busy ? <Spinner className="text-muted" /> : null}
      </div>
      {path ? (
        <div className="flex items-center gap-3 rounded-panel border border-line p-3">
          {/* biome-ignore lint/performance/noImgElement: the optimizer is off, tenants must not share its cache */}
          <img
            src={path}
            alt={t('{label} as stored', { label })}
            className="h-10 max-w-40 object-contain"
          />
          <Button size="small" className="ml-auto" onClick={() => onChange(undefined)}>
            {t('Remove')}
          </Button>
        </div>
      ) : (
        <FileDrop
          label={t('Upload {label}', { label: label.toLowerCase() })}
          hint={hint}
          accept="image/png,image/jpeg,image/webp"
          disabled={busy}
          onFiles={take}
        />
      )}
      {message ? (
        <p role="alert" className="text-danger-text text-sm">
          {message}
        </p>
      ) : null}
    </div>
  );
}
