'use client';

import { NOTICE_KINDS, NOTICE_TITLES, type NoticeKind } from '@/lib/core/notices/notice';
import { channelsFor, NOTICE_CHANNELS, type NoticeChannel, type NoticePreferences } from '@/lib/core/notices/preferences';
import { useLive } from '@/components/ui/use-live';
import { Panel } from '../section';

const NAMES: Record<NoticeChannel, string> = { app: 'Bell', mail: 'E-mail', push: 'Push' };

type ChannelTableProps = {
  notices: NoticePreferences;
  hasMail: boolean;
  onChange: (channels: NoticePreferences['channels']) => void;
};

/** A small table: what happens, and on which ways one is told of it. */
export function ChannelTable({ notices, hasMail, onChange }: ChannelTableProps) {
  const isLive = useLive();
  function toggle(kind: NoticeKind, channel: NoticeChannel, on: boolean) {
    const now = channelsFor(notices, kind);
    const next = on ? [...now, channel] : now.filter((one) => one !== channel);
    onChange({ ...notices.channels, [kind]: next });
  }
  return (
    <Panel>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            <th scope="col" className="px-4 py-2 text-left font-medium">
              When
            </th>
            {NOTICE_CHANNELS.map((channel) => (
              <th key={channel} scope="col" className="w-16 px-2 py-2 text-center font-medium">
                {NAMES[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NOTICE_KINDS.map((kind) => (
            <tr key={kind} className="border-b border-line last:border-b-0">
              <th scope="row" className="px-4 py-1.5 text-left font-normal">
                {NOTICE_TITLES[kind]}
              </th>
              {NOTICE_CHANNELS.map((channel) => (
                <td key={channel} className="px-2 text-center">
                  <label className="inline-flex size-6 items-center justify-center align-middle touch:size-11">
                    <span className="sr-only">
                      {NOTICE_TITLES[kind]}: {NAMES[channel]}
                    </span>
                    <input
                      type="checkbox"
                      className="size-4 accent-accent touch:size-5"
                      disabled={!isLive}
                      checked={channelsFor(notices, kind).includes(channel)}
                      onChange={(event) => toggle(kind, channel, event.target.checked)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!hasMail && (
        <p className="px-4 py-2 text-xs text-muted">
          This installation sends no e-mail yet. What you choose here counts as soon as an administrator has set it up.
        </p>
      )}
    </Panel>
  );
}
