'use client';

import { Paperclip } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { FileLine } from './file-line';
import { UploadLine } from './upload-line';
import { useUploads } from './use-uploads';

interface Props {
  fieldId: string;
  fieldName: string;
  files: readonly string[];
  most: number;
  /** For the chooser of the browser. */
  accept: string;
  disabled: boolean;
  onChange: (files: string[]) => void;
  id?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
}

/** The files of one field of a record: shown, removed, added by choosing or by dropping. */
export function FileList(props: Props) {
  const { fieldId, fieldName, files, most, accept, disabled, onChange } = props;
  const t = useWording('collections');
  const own = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const uploads = useUploads(fieldId);
  const room = most - files.length;
  const busy = uploads.running.some(({ error }) => error === undefined);
  const take = async (list: Iterable<File> | null) => {
    const chosen = [...(list ?? [])].slice(0, most === 1 ? 1 : room);
    if (disabled || chosen.length === 0) return;
    const arrived = await uploads.send(chosen);
    if (arrived.length > 0) onChange(most === 1 ? arrived : [...files, ...arrived]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button does the same
    <div
      data-over={over || undefined}
      data-takes-files
      onDragOver={(event) => {
        if (disabled) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        void take(event.dataTransfer.files);
      }}
      className={cn(
        'flex min-w-0 flex-col gap-2 rounded-control border',
        over ? 'border-mark border-dashed bg-surface-selected' : 'border-transparent',
      )}
    >
      {files.length > 0 ? (
        <ul aria-label={fieldName} className="flex flex-col gap-1.5">
          {files.map((file) => (
            <FileLine
              key={file}
              file={file}
              onRemove={disabled ? undefined : () => onChange(files.filter((one) => one !== file))}
            />
          ))}
        </ul>
      ) : disabled ? (
        <p className="min-h-control py-1.5 text-muted">{t('No files')}</p>
      ) : null}
      {uploads.running.map((upload) => (
        <UploadLine key={upload.id} upload={upload} onDismiss={uploads.dismiss} />
      ))}
      {disabled ? null : (
        <div className="flex items-center gap-2">
          <Button
            id={props.id ?? own}
            size="small"
            disabled={busy || (room <= 0 && most > 1)}
            aria-describedby={props.describedBy}
            aria-invalid={props.invalid}
            onClick={() => chooser.current?.click()}
          >
            <Paperclip aria-hidden />
            {addWords(files.length, most, t)}
          </Button>
          <span className="hidden text-muted text-sm sm:inline">{t('or drop here')}</span>
        </div>
      )}
      <input
        ref={chooser}
        type="file"
        tabIndex={-1}
        aria-label={t('Files for {fieldName}', { fieldName })}
        className="sr-only"
        multiple={most > 1}
        {...(accept && { accept })}
        disabled={disabled}
        onChange={(event) => {
          void take(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}

function addWords(count: number, most: number, t: Wording<'collections'>): string {
  if (most === 1) return count === 0 ? t('Add file') : t('Replace file');
  return count >= most ? t('At most {most} files', { most }) : t('Add files');
}
