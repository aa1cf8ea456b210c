import { notify } from '@/components/ui/notify';
import { uiWords } from '@/components/ui/words-table';
import { formatNumber } from '@/lib/format';
import { languageShown } from '@/lib/language/shown';
import type { BulkResult } from '../../bulk/shapes';
import { api } from './api';
import type { Act } from './undo-stack';

/** Something the server did in one request; taken back by reading what it changed in the log. */
export class RequestAct implements Act {
  readonly #collectionId: string;
  readonly #requestId: string;
  readonly #after: () => void;

  constructor(collectionId: string, requestId: string, after: () => void) {
    this.#collectionId = collectionId;
    this.#requestId = requestId;
    this.#after = after;
  }

  async undo(): Promise<Act | { error: string }> {
    const path = `/collections/${this.#collectionId}/records/undo`;
    const answer = await api<BulkResult>('POST', path, { requestId: this.#requestId });
    this.#after();
    if (!answer.ok) return { error: answer.error.message };
    const { skipped, requestId } = answer.data;
    if (skipped > 0) {
      const words = uiWords[languageShown()];
      notify.warn(words.leftAsTheyAre(formatNumber(skipped, 'en'), skipped), {
        description: words.changedMeanwhile,
      });
    }
    return new RequestAct(this.#collectionId, requestId, this.#after);
  }
}
