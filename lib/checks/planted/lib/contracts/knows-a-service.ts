export { verb } from '@/lib/services/verb';
