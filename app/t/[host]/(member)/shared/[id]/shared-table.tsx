import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';

interface Props {
  view: {
    title: string;
    columns: string[];
    personColumn: string | null;
    rows: { person: string | null; values: string[] }[];
  };
}

/** Rows of another workspace as they were read; they have no id here. */
export function SharedTable({ view: { title, columns, personColumn, rows } }: Props) {
  const heads = columns.map((name, at) => ({ key: `${at} ${name}`, name }));
  const lines = rows.map((row, at) => ({ ...row, key: `row ${at}` }));
  return (
    <Table frameLabel={title}>
      <TableHead>
        <tr>
          {personColumn ? <TableHeader>{personColumn}</TableHeader> : null}
          {heads.map(({ key, name }) => (
            <TableHeader key={key}>{name}</TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {lines.map(({ key, person, values }) => (
          <TableRow key={key}>
            {personColumn ? <TableCell className="font-medium">{person}</TableCell> : null}
            {heads.map((head, at) => (
              <TableCell key={head.key} className="max-w-80 truncate" title={values[at]}>
                {values[at]}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
