export { route } from '@/lib/api/route';
