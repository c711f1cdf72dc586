'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time/time';
import { canPush, pushedAt, subscribeBrowser, unsubscribeBrowser } from '@/lib/client/push-browser';
import type { PushBrowser, PushBrowsers } from '@/lib/contracts/notices';
import { deviceName } from '../device-name';
import { Facts } from '../facts';
import { Panel, Setting } from '../section';
import { useChange } from '../use-change';

const PATH = '/api/v1/push';

/** The browsers that tell somebody things when no page is open. */
export function PushSettings({ push: { publicKey, browsers } }: { push: PushBrowsers }) {
  const { change } = useChange<unknown>();
  const [here, setHere] = useState<{ can: boolean; endpoint: string | null } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ours = browsers.find(({ endpoint }) => endpoint === here?.endpoint);

  useEffect(() => {
    void pushedAt().then((endpoint) => setHere({ can: canPush(), endpoint }));
  }, []);

  async function add() {
    if (publicKey === null) return;
    setBusy(true);
    setProblem(null);
    const said = await subscribeBrowser(publicKey);
    if (typeof said === 'string') setProblem(said);
    else {
      const answer = await change('POST', PATH, said);
      if (!answer.ok) setProblem(answer.message);
      setHere({ can: true, endpoint: said.endpoint });
    }
    setBusy(false);
  }

  async function remove(browser: PushBrowser) {
    if (browser.endpoint === here?.endpoint) await unsubscribeBrowser();
    const answer = await change('DELETE', `${PATH}/${browser.id}`);
    if (!answer.ok) setProblem(answer.message);
  }

  return (
    <Panel>
      <Setting title="Push messages" hint="One short line on this device, also when no page of Warroom is open.">
        {here && !ours && (
          <Button disabled={!here.can || publicKey === null} busy={isBusy ? 'Asking …' : null} onClick={() => void add()}>
            Use this browser
          </Button>
        )}
      </Setting>
      {here && !here.can && (
        <p className="px-4 py-2 text-xs text-muted">
          This browser takes no push messages here. It needs https, and on an iPhone the page on the home screen.
        </p>
      )}
      {problem && (
        <div className="px-4 py-3">
          <Banner tone="danger" live="assertive">
            {problem}
          </Banner>
        </div>
      )}
      {browsers.map((browser) => (
        <div key={browser.id} className="flex items-center gap-3 px-4 py-3">
          <div className="min-w-0 flex-1">
            <div className="text-sm font-medium">
              {deviceName(browser.userAgent)}
              {browser.id === ours?.id && <span className="font-normal text-muted"> · this browser</span>}
            </div>
            <Facts>
              <span>
                since <Time at={browser.createdAt} shape="day" />
              </span>
            </Facts>
          </div>
          <Button size="sm" onClick={() => void remove(browser)} aria-label={`Remove ${deviceName(browser.userAgent)}`}>
            Remove
          </Button>
        </div>
      ))}
    </Panel>
  );
}
