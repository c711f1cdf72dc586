export * from '@/components/ui/time/zone';
