import type { Metadata } from 'next';
import { ProfileSettings } from '@/components/settings/profile-settings';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'Profile' };

export default async function ProfilePage() {
  await requireCaller();
  return <ProfileSettings />;
}
