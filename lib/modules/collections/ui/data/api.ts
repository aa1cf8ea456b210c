export { type ApiAnswer, type ApiError, api, sendFile } from '@/lib/browser/api';
