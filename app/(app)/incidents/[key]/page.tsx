import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Room } from '@/components/room/room';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../require-caller';
import { loadRoomFor } from './load-room-for';

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key).slice(0, 20) };
}

export default async function RoomPage({ params }: Props) {
  const key = decodeURIComponent((await params).key);
  const caller = await requireCaller();
  const { services } = runtime();
  const [snapshot, directory, components] = await Promise.all([
    loadRoomFor(caller, key),
    services.people.directory(),
    services.status.listRoomComponents(caller),
  ]);
  if (!snapshot) notFound();
  const { userId, name, role } = caller.actor;
  return <Room snapshot={snapshot} me={{ userId, name, role }} directory={directory} components={components} />;
}
