export { arrive as GET } from '@/lib/identity/crossing';
