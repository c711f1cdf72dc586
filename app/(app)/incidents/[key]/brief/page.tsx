import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BriefRoom } from '@/components/brief/brief-room';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../../require-caller';
import { loadRoomFor } from '../load-room-for';

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Brief · ${decodeURIComponent((await params).key).slice(0, 20)}` };
}

export default async function BriefPage({ params }: Props) {
  const key = decodeURIComponent((await params).key);
  const caller = await requireCaller();
  const [snapshot, directory] = await Promise.all([loadRoomFor(caller, key), runtime().services.people.directory()]);
  if (!snapshot) notFound();
  const { userId, name, role } = caller.actor;
  // The brief is made from the state: the log stays where it is.
  return <BriefRoom snapshot={{ ...snapshot, events: [], entries: [] }} me={{ userId, name, role }} directory={directory} />;
}
