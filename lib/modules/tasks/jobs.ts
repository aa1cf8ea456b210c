export { takeOutTasks } from './take-out';
