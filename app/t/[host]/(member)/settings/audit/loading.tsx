import { TableLoading } from '../_frame/table-loading';

export default function Loading() {
  return (
    <TableLoading
      title="Audit"
      description="Who did what, when, and what it changed. Nobody can change or remove an entry."
      columns={4}
    />
  );
}
