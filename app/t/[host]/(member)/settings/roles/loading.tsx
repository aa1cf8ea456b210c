import { TableLoading } from '../_frame/table-loading';

export default function Loading() {
  return (
    <TableLoading
      title="Roles"
      description="What each role may do here. Give roles to people under People."
      columns={6}
    />
  );
}
