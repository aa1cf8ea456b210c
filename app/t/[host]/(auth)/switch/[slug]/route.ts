export { leaveFor as GET } from '@/lib/identity/crossing';
