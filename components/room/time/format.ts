export * from '@/components/ui/time/format';
