export { Toaster } from '@/components/ui/toaster';
export { Notices } from './notices';
export { TopBar } from './top-bar';
