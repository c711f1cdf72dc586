export { rows } from '@/lib/db/rows';
