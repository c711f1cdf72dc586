import { redirect } from 'next/navigation';
import { incidentPath } from '@/components/shell/incident-path';
import { requireCaller } from '../../../../require-caller';

type Props = { params: Promise<{ key: string }> };

/** Where somebody who just signed in lands: the brief for who reads along, the room for who works. */
export default async function EnterPage({ params }: Props) {
  const { actor } = await requireCaller();
  redirect(incidentPath((await params).key, actor.role));
}
