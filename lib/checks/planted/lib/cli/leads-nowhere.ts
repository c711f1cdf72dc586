export { gone } from './gone';
