export { goToProvider as GET } from '@/lib/identity/oidc/crossing';
