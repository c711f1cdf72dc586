import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EvidenceRoom } from '@/components/evidence/evidence-room';
import { runtime } from '@/lib/runtime';
import type { Caller } from '@/lib/auth/caller';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';
import { requireCaller } from '../../../../../require-caller';
import { loadRoomFor } from '../../load-room-for';

type Props = { params: Promise<{ key: string; ref: string }> };

const FIRST_LINES = 500;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { key, ref } = await params;
  return { title: `${ref.slice(0, 12)} · ${decodeURIComponent(key).slice(0, 20)}` };
}

export default async function EvidencePage({ params }: Props) {
  const asked = await params;
  const [key, reference] = [decodeURIComponent(asked.key), asked.ref.toUpperCase()];
  const caller = await requireCaller();
  const [snapshot, directory] = await Promise.all([loadRoomFor(caller, key), runtime().services.people.directory()]);
  const evidence = snapshot?.evidence.find(({ ref }) => ref === reference);
  if (!snapshot || !evidence) notFound();
  const firstLines = await firstLinesOf(caller, snapshot, reference);
  const { userId, name, role } = caller.actor;
  return <EvidenceRoom {...{ snapshot, directory, reference, firstLines }} me={{ userId, name, role }} />;
}

/** How the output begins, so that it is there with the page; null where there is none. */
async function firstLinesOf(caller: Caller, { incident, evidence }: RoomSnapshot, reference: string) {
  const found = evidence.find(({ ref }) => ref === reference);
  if (!found || found.redacted || found.lineCount === null) return null;
  return runtime().services.incidents.readEvidenceLines(caller, incident.key, reference, { from: 1, count: FIRST_LINES });
}
