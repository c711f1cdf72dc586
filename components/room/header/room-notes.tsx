import { OverdueNudge } from '../updates/next-update';
import { ShiftBanner } from './shift-banner';

/** What one should not overlook, below the header. */
export const RoomNotes = () => (
  <>
    <OverdueNudge />
    <ShiftBanner />
  </>
);
