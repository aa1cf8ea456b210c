'use client';

import { useRef, useState } from 'react';
import { sendFile } from '../data/api';

const mostBytes = 10 * 1024 * 1024;

/** A file on its way, or why it did not arrive. */
export interface Upload {
  id: string;
  name: string;
  /** 0..1. */
  progress: number;
  error?: string;
}

export interface Uploads {
  running: readonly Upload[];
  /** Sends files one after another; answers those that arrived, as a record holds them. */
  send: (files: readonly File[]) => Promise<string[]>;
  dismiss: (id: string) => void;
}

/** Uploads for one field of files. */
export function useUploads(fieldId: string): Uploads {
  const [running, setRunning] = useState<readonly Upload[]>([]);
  const count = useRef(0);
  const put = (id: string, part: Partial<Upload>) =>
    setRunning((were) => were.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const dismiss = (id: string) => setRunning((were) => were.filter((one) => one.id !== id));
  const sendOne = async (id: string, file: File): Promise<string[]> => {
    if (file.size > mostBytes) {
      put(id, { error: 'This file is larger than 10 MB.' });
      return [];
    }
    const answer = await sendFile<{ value: string }>(
      `/fields/${fieldId}/attachments`,
      file,
      (progress) => put(id, { progress }),
    );
    if (!answer.ok) {
      put(id, { error: answer.error.message });
      return [];
    }
    dismiss(id);
    return [answer.data.value];
  };
  const send = async (files: readonly File[]) => {
    const waiting = files.map((file) => {
      count.current += 1;
      return { file, id: `upload-${count.current}` };
    });
    const shown = waiting.map(({ file, id }) => ({ id, name: file.name, progress: 0 }));
    setRunning((were) => [...were.filter(({ error }) => !error), ...shown]);
    const arrived: string[] = [];
    for (const { file, id } of waiting) arrived.push(...(await sendOne(id, file)));
    return arrived;
  };
  return { running, send, dismiss };
}
