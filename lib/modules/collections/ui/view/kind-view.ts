import type { Collection } from '../../collections/shapes';
import type { RecordShape } from '../../records/shapes';
import type { PageView } from '../../view/state';
import type { Records } from '../data/use-records';
import type { PersonName } from '../grid/columns';
import type { Rights } from '../rights';
import type { ChangeView } from './use-view';

/** What a board, a calendar, a gallery or a timeline is given by the page of a collection. */
export interface KindViewProps {
  collection: Collection;
  people: readonly PersonName[];
  rights: Rights;
  view: PageView;
  change: ChangeView;
  /** The records of the page; a change of them asks for everything again. */
  records: Records;
  locale: string;
  onOpen: (record: RecordShape) => void;
}
