'use client';

import { behind } from '@/components/ui/behind';

/** All of the room but what shows that it is live and what is in the log: fetched as one, right behind that. */
export const fetchParts = () => import('./parts');

export const PracticeBanner = behind(() => fetchParts().then((parts) => parts.PracticeBanner));
export const BoardPanel = behind(() => fetchParts().then((parts) => parts.BoardPanel));
export const ClosedRoom = behind(() => fetchParts().then((parts) => parts.ClosedRoom));
export const LogFoot = behind(() => fetchParts().then((parts) => parts.LogFoot));
export const EvidenceGlance = behind(() => fetchParts().then((parts) => parts.EvidenceGlance));
export const HypothesisGlance = behind(() => fetchParts().then((parts) => parts.HypothesisGlance));
export const TaskGlance = behind(() => fetchParts().then((parts) => parts.TaskGlance));
export const HeaderFacts = behind(() => fetchParts().then((parts) => parts.HeaderFacts));
export const HeaderHere = behind(() => fetchParts().then((parts) => parts.HeaderHere));
export const HeaderLinks = behind(() => fetchParts().then((parts) => parts.HeaderLinks));
export const OutboxPanel = behind(() => fetchParts().then((parts) => parts.OutboxPanel));
export const RoomNotes = behind(() => fetchParts().then((parts) => parts.RoomNotes));
export const KeepOutbox = behind(() => fetchParts().then((parts) => parts.KeepOutbox));
export const AwayPanel = behind(() => fetchParts().then((parts) => parts.AwayPanel));
export const EntryControls = behind(() => fetchParts().then((parts) => parts.EntryControls));
export const LogToolbar = behind(() => fetchParts().then((parts) => parts.LogToolbar));
export const NoMatch = behind(() => fetchParts().then((parts) => parts.NoMatch));
export const ReviseEntry = behind(() => fetchParts().then((parts) => parts.ReviseEntry));
export const RoomBehind = behind(() => fetchParts().then((parts) => parts.RoomBehind));
export const RoomTabs = behind(() => fetchParts().then((parts) => parts.RoomTabs));
export const ContextColumn = behind(() => fetchParts().then((parts) => parts.ContextColumn));
export const PeopleColumn = behind(() => fetchParts().then((parts) => parts.PeopleColumn));
