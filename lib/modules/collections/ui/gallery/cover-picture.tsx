import { ImageIcon } from 'lucide-react';
import { useState } from 'react';
import { isPicture } from '@/lib/files/media-kinds';
import { fileNameOf, fileRefs } from '../../values/files';
import { fileAddress } from '../types/file-address';

/** The first picture among a record's files; a place of the same size where there is none. */
export function CoverPicture({ files }: { files: unknown }) {
  const [failed, setFailed] = useState<string | null>(null);
  const picture = fileRefs(files).find((file) => isPicture(fileNameOf(file)));
  return (
    <div className="flex aspect-video w-full items-center justify-center overflow-hidden border-line border-b bg-surface-sunken text-subtle">
      {picture && failed !== picture ? (
        // biome-ignore lint/performance/noImgElement: an upload of this tenant, not a picture of the site
        <img
          src={fileAddress(picture)}
          alt={fileNameOf(picture)}
          loading="lazy"
          onError={() => setFailed(picture)}
          className="size-full object-cover"
        />
      ) : (
        <ImageIcon aria-hidden className="size-6" />
      )}
    </div>
  );
}
