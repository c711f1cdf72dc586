export { runtime } from '@/lib/runtime';
