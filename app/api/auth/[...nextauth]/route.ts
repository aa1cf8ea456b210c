import { handleAuth } from '@/lib/identity/auth-route';

export { handleAuth as GET, handleAuth as POST };
