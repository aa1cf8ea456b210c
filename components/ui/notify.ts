import { type Notice, post } from './notices';

type More = Pick<Notice, 'description' | 'undo'>;

/** Short notices at the corner. Say what happened ("Member removed"), never "successfully". */
export const notify = {
  done: (title: string, more?: More) => post({ tone: 'success', title, ...more }),
  failed: (title: string, more?: More) => post({ tone: 'error', title, ...more }),
  warn: (title: string, more?: More) => post({ tone: 'warning', title, ...more }),
  say: (title: string, more?: More) => post({ tone: 'message', title, ...more }),
};
