export { comeFromProvider as GET } from '@/lib/identity/oidc/crossing';
