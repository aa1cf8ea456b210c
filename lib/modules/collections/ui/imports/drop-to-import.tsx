'use client';

import { useRouter } from 'next/navigation';
import { PageDrop } from '@/components/ui/page-drop';
import { leaveFile } from './dropped-file';

interface Props {
  /** The page that imports; null for those who may not. */
  href: string | null;
  label: string;
}

/** Takes a spreadsheet that is dropped on the page to where it is imported. */
export function DropToImport({ href, label }: Props) {
  const router = useRouter();
  return (
    <PageDrop
      label={label}
      onFile={
        href === null
          ? null
          : (file) => {
              leaveFile(file);
              router.push(href);
            }
      }
    />
  );
}
