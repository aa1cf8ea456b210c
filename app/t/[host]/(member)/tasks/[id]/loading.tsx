import { TaskLoading } from '../_parts/task-loading';

export default function Loading() {
  return <TaskLoading width="normal" />;
}
