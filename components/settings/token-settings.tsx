'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { CopyLine } from '@/components/ui/copy-line';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time/time';
import type { CreatedToken, TokenSummary } from '@/lib/contracts/people';
import { NewTokenDialog } from './new-token-dialog';
import { Facts } from './facts';
import { PageHead, Panel } from './section';
import { ShownOnce } from './shown-once';
import { useChange } from './use-change';

type TokenSettingsProps = { tokens: TokenSummary[]; publicUrl: string };

/** Personal tokens, for programs that act in somebody's name. */
export function TokenSettings({ tokens, publicUrl }: TokenSettingsProps) {
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<CreatedToken | null>(null);
  const [ending, setEnding] = useState<TokenSummary | null>(null);
  const begin = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      New token
    </Button>
  );
  return (
    <>
      <PageHead
        title="API tokens"
        lead="For programs and command lines that act in your name. A token can do what you can do, at most."
        action={tokens.length > 0 ? begin : undefined}
      />
      <Panel>
        {tokens.length === 0 && (
          <EmptyState icon={<KeyRound aria-hidden />} action={begin}>
            You have no tokens. With one, a terminal or a script asks as you:{' '}
            <code className="font-mono">GET {publicUrl}/api/v1/me</code>
          </EmptyState>
        )}
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} onEnd={() => setEnding(token)} />
        ))}
      </Panel>
      <NewTokenDialog open={isMaking} onClose={() => setMaking(false)} onMade={setMade} />
      {made && (
        <ShownOnce title={`Token “${made.name}”`} secret={made.token} copyLabel="Copy the token" onClose={() => setMade(null)}>
          <p>Try it in a terminal:</p>
          <CopyLine text={`curl -H "Authorization: Bearer ${made.token}" ${publicUrl}/api/v1/me`} label="Copy the command" />
        </ShownOnce>
      )}
      <EndToken token={ending} onClose={() => setEnding(null)} />
    </>
  );
}

function TokenRow({ token, onEnd }: { token: TokenSummary; onEnd: () => void }) {
  return (
    <div className="flex items-center gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="min-w-0 truncate font-medium">{token.name}</span>
          <code className="font-mono text-xs text-muted">{token.prefix}…</code>
          <Badge tone={token.scope === 'write' ? 'accent' : 'neutral'}>
            {token.scope === 'write' ? 'reads and writes' : 'reads only'}
          </Badge>
        </div>
        <Facts>
          <span>
            {token.lastUsedAt ? (
              <>
                used <Time at={token.lastUsedAt} shape="relative" />
              </>
            ) : (
              'never used'
            )}
          </span>
          <span>
            made <Time at={token.createdAt} shape="day" />
          </span>
          <span>
            {token.expiresAt ? (
              <>
                ends <Time at={token.expiresAt} shape="day" />
              </>
            ) : (
              'does not expire'
            )}
          </span>
        </Facts>
      </div>
      <Button size="sm" onClick={onEnd} aria-label={`End the token ${token.name}`}>
        End
      </Button>
    </div>
  );
}

function EndToken({ token, onClose }: { token: TokenSummary | null; onClose: () => void }) {
  const { change } = useChange();
  return (
    <ConfirmDialog
      open={token !== null}
      onClose={onClose}
      title={`End the token “${token?.name ?? ''}”?`}
      confirm="End the token"
      busy="Ending …"
      danger
      onConfirm={async () => {
        const answer = await change('DELETE', `/api/v1/tokens/${token?.id}`);
        return answer.ok ? null : answer.message;
      }}
    >
      <p>Programs that use it stop working at once. It cannot be brought back; you can make a new one.</p>
    </ConfirmDialog>
  );
}
