import { TasksLoading } from '../_parts/loading';

export default TasksLoading;
