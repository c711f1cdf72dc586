import type { Metadata } from 'next';
import { PasswordSettings } from '@/components/settings/password-settings';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'Password' };

export default async function PasswordPage() {
  await requireCaller();
  return <PasswordSettings />;
}
