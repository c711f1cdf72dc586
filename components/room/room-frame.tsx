'use client';

import { ClosedRoom, PracticeBanner, RoomBehind, RoomNotes, RoomTabs, BoardPanel, ContextColumn, PeopleColumn } from './later';
import { RoomHeader } from './header/room-header';
import { LogPanel } from './log/log-panel';
import { useRoomUi } from './room-context';
import { useRoom } from './room-provider';

/** The parts of the room side by side; on less room one or two of them, chosen by the tabs at the bottom. */
export function RoomFrame() {
  const closed = useRoom((view) => view.closed);
  if (closed) return <ClosedRoom closed={closed} />;
  return (
    <div className="flex h-full flex-col print:block print:h-auto">
      <PracticeBanner />
      <RoomHeader />
      <RoomNotes />
      <RoomPanels />
      <RoomTabs />
      <RoomBehind />
    </div>
  );
}

const PANEL = 'flex min-h-0 min-w-0 flex-col bg-surface';

function RoomPanels() {
  const tab = useRoomUi((ui) => ui.tab);
  return (
    <div
      data-tab={tab}
      className="group/panels grid min-h-0 print:hidden flex-1 grid-cols-1 grid-rows-1 gap-px bg-line md:grid-cols-[minmax(22rem,1fr)_minmax(24rem,1.15fr)] xl:grid-cols-[minmax(25rem,1.1fr)_minmax(26rem,1.35fr)_20rem]"
    >
      <section aria-label="Log" className={`${PANEL} @container max-md:hidden max-md:group-data-[tab=log]/panels:flex`}>
        <LogPanel />
      </section>
      <section
        aria-label="Board"
        className={`${PANEL} max-md:hidden max-md:group-data-[tab=board]/panels:flex max-xl:group-data-[tab=context]/panels:hidden max-xl:group-data-[tab=people]/panels:hidden`}
      >
        <BoardPanel />
      </section>
      <aside
        aria-label="Context"
        tabIndex={0}
        className={`${PANEL} overflow-y-auto overscroll-contain max-xl:hidden max-xl:group-data-[tab=context]/panels:flex max-xl:group-data-[tab=people]/panels:flex`}
      >
        <div className="max-xl:group-data-[tab=context]/panels:hidden">
          <PeopleColumn />
        </div>
        <div className="border-t border-line max-xl:border-0 max-xl:group-data-[tab=people]/panels:hidden xl:order-first xl:border-t-0 xl:border-b">
          <ContextColumn />
        </div>
      </aside>
    </div>
  );
}
