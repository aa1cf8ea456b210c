'use client';

import { useRef, useState } from 'react';
import type { DroppedFile } from '@/components/ui/file-drop';
import { sendFile } from '@/lib/browser/api';
import type { TaskFile } from '../shapes';

const mostBytes = 10 * 1024 * 1024;

/** Files that are on their way or wait to be handed in. */
export interface TaskUploads {
  files: readonly DroppedFile[];
  /** Ids of those that arrived. */
  ids: string[];
  /** Whether one is still on its way. */
  pending: boolean;
  send: (files: File[]) => void;
  remove: (id: string) => void;
}

type Upload = DroppedFile & { fileId?: string };

export function useTaskFiles(taskId: string, tooLarge: string): TaskUploads {
  const [files, setFiles] = useState<readonly Upload[]>([]);
  const count = useRef(0);
  const put = (id: string, part: Partial<Upload>) =>
    setFiles((were) => were.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const sendOne = async (file: File) => {
    count.current += 1;
    const id = `file-${count.current}`;
    const error = file.size > mostBytes ? { error: tooLarge } : { progress: 0 };
    setFiles((were) => [...were, { id, name: file.name, ...error }]);
    if ('error' in error) return;
    const answer = await sendFile<TaskFile>(`/tasks/${taskId}/files`, file, (progress) =>
      put(id, { progress }),
    );
    const settled = answer.ok
      ? { fileId: answer.data.id }
      : { error: answer.error.fields.file ?? answer.error.message };
    const plain = { id, name: file.name, ...settled };
    setFiles((were) => were.map((one) => (one.id === id ? plain : one)));
  };
  return {
    files,
    ids: files.flatMap(({ fileId }) => fileId ?? []),
    pending: files.some(({ progress, error }) => progress !== undefined && !error),
    send: (given) => {
      for (const file of given) void sendOne(file);
    },
    remove: (id) => setFiles((were) => were.filter((one) => one.id !== id)),
  };
}
