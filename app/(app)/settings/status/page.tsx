import { redirect } from 'next/navigation';

export default function StatusSettingsPage() {
  redirect('/settings/status/components');
}
