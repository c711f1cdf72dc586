export { verb } from '@/app/brings-services-along';
