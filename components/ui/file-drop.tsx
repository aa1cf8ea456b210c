'use client';

import { File, Upload, X } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { Progress } from './progress';
import { useChosenEarly } from './use-chosen-early';
import { useWords } from './words';

export type DroppedFile = {
  id: string;
  name: string;
  note?: ReactNode;
  /** 0..1 while uploading. */
  progress?: number;
  error?: string;
};

export type FileDropProps = {
  /** What belongs here and how large it may be. */
  hint: ReactNode;
  label: string;
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  files?: readonly DroppedFile[];
  onFiles: (files: File[]) => void;
  onRemove?: (id: string) => void;
};

export function FileDrop(props: FileDropProps) {
  const { hint, label, accept, multiple, disabled, files = [], onFiles, onRemove } = props;
  const words = useWords();
  const id = useId();
  const control = useChosenEarly();
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const taken = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    if (taken.length && !disabled) onFiles(taken);
  };
  return (
    <div className="flex flex-col gap-2">
      <label
        htmlFor={id}
        data-over={over || undefined}
        data-takes-files
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
        className={cn(
          'flex flex-col items-center gap-1 rounded-panel border border-line-strong border-dashed px-4 py-6 text-center transition-colors hover:bg-surface-hover has-focus-visible:outline-2 has-focus-visible:outline-focus data-over:border-mark data-over:bg-surface-selected',
          disabled && 'pointer-events-none opacity-50',
        )}
      >
        <Upload aria-hidden className="mb-1 size-4 text-muted" />
        <span>
          {words.dropFiles} <span className="font-medium text-link">{words.browse}</span>
        </span>
        <span className="text-muted text-sm">{hint}</span>
        <input
          ref={control}
          id={id}
          type="file"
          aria-label={label}
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      {files.map((file) => (
        <FileLine key={file.id} file={file} onRemove={onRemove} />
      ))}
    </div>
  );
}

function FileLine({ file, onRemove }: { file: DroppedFile; onRemove?: (id: string) => void }) {
  const words = useWords();
  return (
    <div className="flex items-center gap-2.5 rounded-control border border-line px-2.5 py-1.5">
      <File aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate">{file.name}</p>
        {file.error ? (
          <p className="text-danger-text text-sm">{file.error}</p>
        ) : file.progress !== undefined ? (
          <Progress value={file.progress} max={1} label={file.name} className="my-1" />
        ) : null}
      </div>
      {file.note ? <span className="text-muted text-sm tabular-nums">{file.note}</span> : null}
      {onRemove ? (
        <IconButton
          icon={X}
          size="small"
          label={words.removeFile(file.name)}
          onClick={() => onRemove(file.id)}
        />
      ) : null}
    </div>
  );
}
