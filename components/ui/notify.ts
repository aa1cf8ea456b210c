'use client';

import { toast } from 'sonner';

type NoticeOptions = {
  description?: string;
  /** Offers to take the act back; shown for 8 s. */
  undo?: { label: string; run: () => void };
};

const undoMs = 8000;

const options = ({ description, undo }: NoticeOptions = {}) => ({
  description,
  ...(undo && { action: { label: undo.label, onClick: undo.run }, duration: undoMs }),
});

/** Short notices at the corner. Say what happened ("Member removed"), never "successfully". */
export const notify = {
  done: (title: string, more?: NoticeOptions) => toast.success(title, options(more)),
  failed: (title: string, more?: NoticeOptions) => toast.error(title, options(more)),
  warn: (title: string, more?: NoticeOptions) => toast.warning(title, options(more)),
  say: (title: string, more?: NoticeOptions) => toast(title, options(more)),
};
