'use client';

import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Progress } from '@/components/ui/progress';
import { useWording } from '@/lib/language/wording-provider';
import type { Upload } from './use-uploads';

/** How far a file is, or why it did not arrive. */
export function UploadLine({
  upload,
  onDismiss,
}: {
  upload: Upload;
  onDismiss: (id: string) => void;
}) {
  const t = useWording('collections');
  const { id, name, progress, error } = upload;
  return (
    <div className="flex items-center gap-2.5 rounded-control border border-line px-2.5 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="truncate">{name}</p>
        {error ? (
          <p role="alert" className="text-danger-text text-sm">
            {t.said(error)}
          </p>
        ) : (
          <Progress
            value={progress}
            max={1}
            label={t('Uploading {name}', { name })}
            className="my-1"
          />
        )}
      </div>
      {error ? (
        <IconButton
          icon={X}
          size="small"
          label={t('Dismiss {name}', { name })}
          onClick={() => onDismiss(id)}
        />
      ) : null}
    </div>
  );
}
