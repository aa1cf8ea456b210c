import { TableLoading } from '../_frame/table-loading';

export default function Loading() {
  return (
    <TableLoading
      title="People"
      description="Who belongs to this workspace and what they may do here."
      columns={4}
    />
  );
}
