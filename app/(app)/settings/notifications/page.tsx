import type { Metadata } from 'next';
import { NotificationSettings } from '@/components/settings/notifications/notification-settings';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage() {
  const caller = await requireCaller();
  const { notifications } = runtime().services;
  return <NotificationSettings push={await notifications.listPush(caller)} hasMail={notifications.hasMail} />;
}
