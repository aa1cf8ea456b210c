'use client';

import { Download, FileText, Image as ImageIcon, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { isPicture } from '@/lib/files/media-kinds';
import { useWording } from '@/lib/language/wording-provider';
import { fileNameOf } from '../../values/files';
import { fileAddress } from './file-address';

interface Props {
  /** As the record holds it. */
  file: string;
  /** Absent when it may not be removed. */
  onRemove: (() => void) | undefined;
}

/** One file of a record: what it shows, its name, and what can be done with it. */
export function FileLine({ file, onRemove }: Props) {
  const t = useWording('collections');
  const name = fileNameOf(file);
  return (
    <li className="flex items-center gap-2.5 rounded-control border border-line p-1.5">
      <FilePicture file={file} />
      <a
        href={fileAddress(file)}
        download={name}
        className="min-w-0 flex-1 truncate text-link hover:underline"
      >
        {name}
      </a>
      <a
        href={fileAddress(file)}
        download={name}
        aria-label={t('Download {name}', { name })}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-small text-muted hover:bg-surface-hover"
      >
        <Download aria-hidden className="size-4" />
      </a>
      {onRemove ? (
        <IconButton icon={X} size="small" label={t('Remove {name}', { name })} onClick={onRemove} />
      ) : null}
    </li>
  );
}

/** A small picture of what is one; the product serves nothing else as such. */
function FilePicture({ file }: { file: string }) {
  const [failed, setFailed] = useState(false);
  const picture = isPicture(fileNameOf(file));
  const Icon = picture ? ImageIcon : FileText;
  return (
    <span className="flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-small bg-surface-sunken text-muted">
      {picture && !failed ? (
        // biome-ignore lint/performance/noImgElement: an upload of this tenant, not a picture of the site
        <img
          src={fileAddress(file)}
          alt=""
          loading="lazy"
          onError={() => setFailed(true)}
          className="size-full object-cover"
        />
      ) : (
        <Icon aria-hidden className="size-4" />
      )}
    </span>
  );
}
