'use client';

import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { ListFileError, readListFile } from './read-list-file';

/** Takes a list of people from a file. */
export function ListFile({ onRead }: { onRead: (text: string) => void }) {
  const t = useWording('settings');
  const chooser = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setRefusal(null);
    try {
      onRead(await readListFile(file));
    } catch (error) {
      const tooLarge = error instanceof ListFileError && error.why === 'size';
      setRefusal(
        tooLarge
          ? t('This file is larger than 1 MB.')
          : t('This is no text file. Save a spreadsheet as CSV first.'),
      );
    }
  };
  return (
    <>
      <Button size="small" onClick={() => chooser.current?.click()}>
        <Paperclip aria-hidden />
        {t('Take from a CSV file')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        tabIndex={-1}
        aria-label={t('CSV file with addresses')}
        className="sr-only"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {refusal ? (
        <p role="alert" className="text-danger-text text-sm">
          {refusal}
        </p>
      ) : null}
    </>
  );
}
