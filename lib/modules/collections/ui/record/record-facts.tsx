import { DescriptionList } from '@/components/ui/description-list';
import { formatNumber, formatTime, type Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import type { PersonName } from '../grid/columns';

interface Props {
  record: RecordShape;
  authors: readonly PersonName[];
  reader: Reader;
}

/** Who made a record and who changed it last. */
export function RecordFacts({ record, authors, reader }: Props) {
  const t = useWording('collections');
  const line = (at: Date | string, id: string | null) => {
    const name = authors.find((one) => one.id === id)?.name;
    const when = formatTime(new Date(at), reader);
    return name ? `${name}, ${when}` : when;
  };
  return (
    <DescriptionList
      items={[
        { id: 'made', term: t('Added'), value: line(record.createdAt, record.createdBy) },
        { id: 'changed', term: t('Last changed'), value: line(record.updatedAt, record.updatedBy) },
        {
          id: 'version',
          term: t('Version'),
          value: (
            <span className="tabular-nums">{formatNumber(record.version, reader.locale)}</span>
          ),
        },
      ]}
    />
  );
}
