'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { type DroppedFile, FileDrop } from '@/components/ui/file-drop';
import { useWording } from '@/lib/language/wording-provider';
import type { Draft } from '../../imports/shapes';
import { api, sendFile } from '../data/api';
import { takeFile } from './dropped-file';
import type { ImportTarget } from './import-target';

const maxBytes = 10 * 1024 * 1024;

/** Takes a file and asks the product what is in it. */
export function UploadStep({
  target,
  onDraft,
}: {
  target: ImportTarget;
  onDraft: (draft: Draft) => void;
}) {
  const t = useWording('collections');
  const [file, setFile] = useState<DroppedFile | null>(null);
  const [error, setError] = useState<string>();
  const refuse = (message: string) => {
    setFile(null);
    setError(message);
  };
  const take = async (chosen: File) => {
    setError(undefined);
    if (chosen.size > maxBytes) return refuse(t('The file is larger than 10 MB. Split it first.'));
    const show = (progress: number) => setFile({ id: 'file', name: chosen.name, progress });
    show(0);
    const sent = await sendFile<{ id: string }>('/files', chosen, show);
    if (!sent.ok) return refuse(sent.error.message);
    const { collectionId } = target;
    const draft = await api<Draft>('POST', '/imports', {
      fileId: sent.data.id,
      ...(collectionId ? { collectionId } : { collectionName: nameFrom(chosen.name) }),
    });
    if (draft.ok) onDraft(draft.data);
    else refuse(draft.error.message);
  };
  const takeDropped = useEffectEvent(() => {
    const dropped = takeFile();
    if (dropped) void take(dropped);
  });
  useEffect(() => takeDropped(), []);
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <FileDrop
        label={t('File to import')}
        hint={t('Excel, CSV with any delimiter, or a JSON list of objects, up to 10 MB')}
        accept=".xlsx,.xlsm,.csv,.tsv,.txt,.json,text/csv,application/json"
        disabled={file !== null}
        files={file ? [file] : []}
        onFiles={([chosen]) => chosen && void take(chosen)}
      />
      <p className="text-measure text-muted text-sm">
        {t(
          'Nothing is imported yet. Next you see what was found in the file and choose where each column goes.',
        )}
      </p>
    </div>
  );
}

const nameFrom = (fileName: string) =>
  fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .replace(/^./, (first) => first.toUpperCase())
    .slice(0, 80) || 'Imported';
