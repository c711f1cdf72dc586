import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { OwnSubscription, SubscribeOptions, SubscriberState } from '@/lib/contracts/subscribers';
import { Card } from './card';
import { ComponentChoice } from './component-choice';
import { Problem } from './problem';
import { WebhookCalls } from './webhook-calls';

type ManageSubscriptionProps = {
  subscription: OwnSubscription;
  options: SubscribeOptions;
  token: string;
  said: string | null;
  problem: string | null;
  /** Of a webhook that was added just now. */
  secret: string | null;
};

const SAID: Record<string, string> = {
  confirmed: 'Your address is confirmed. You get updates from now on.',
  known: 'Your address was confirmed already. You get updates.',
  saved: 'What you chose is saved.',
};

const ENDED: Partial<Record<SubscriberState, string>> = {
  unsubscribed: 'You get no more updates.',
  bounced: 'Mail to this address came back, so no more is sent.',
  removed: 'The people behind this status page ended this subscription.',
};

const Hidden = ({ token }: { token: string }) => <input type="hidden" name="token" value={token} />;

/** A subscription behind its link: what it is, what it is about, and the way out of it. */
export function ManageSubscription(props: ManageSubscriptionProps) {
  const { subscription, said, problem, secret } = props;
  const ended = ENDED[subscription.state];
  if (ended) return <Ended subscription={subscription} words={ended} wasBefore={said === 'ended-before'} />;
  return (
    <>
      {said !== null && SAID[said] && <Banner tone="good">{SAID[said]}</Banner>}
      <Problem code={problem} />
      {secret !== null && <Secret secret={secret} />}
      <About {...props} />
      {subscription.kind === 'webhook' && <WebhookCalls subscription={subscription} />}
      <Card title="Get no more updates" lead="Ends this subscription at once. You can subscribe again whenever you like.">
        <form method="post" action="/api/v1/subscribe/unsubscribe">
          <Hidden token={props.token} />
          <Button type="submit" size="lg">
            Unsubscribe
          </Button>
        </form>
      </Card>
    </>
  );
}

function About({ subscription, options, token }: ManageSubscriptionProps) {
  const { kind, address, state, componentIds } = subscription;
  const to = kind === 'mail' ? 'Mail goes to' : 'Calls go to';
  const lead =
    state === 'pending' && kind === 'mail'
      ? 'Not confirmed yet: open the link in the mail that was sent to this address.'
      : `${to} ${address}.`;
  return (
    <Card isMain title="Your updates" lead={<span className="wrap-anywhere">{lead}</span>}>
      {options.components.length > 0 && (
        <form method="post" action="/api/v1/subscribe/components" className="flex flex-col gap-4">
          <Hidden token={token} />
          <ComponentChoice components={options.components} chosen={componentIds} />
          <Button type="submit" variant="primary" size="lg" className="self-start">
            Save
          </Button>
        </form>
      )}
    </Card>
  );
}

function Secret({ secret }: { secret: string }) {
  return (
    <Card
      title="The secret that signs the calls"
      lead="It is shown this once: copy it now, and keep the address of this page. With it your program tells our calls from others, as Standard Webhooks says."
    >
      <code className="rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere select-all">
        {secret}
      </code>
    </Card>
  );
}

function Ended({ subscription, words, wasBefore }: { subscription: OwnSubscription; words: string; wasBefore: boolean }) {
  return (
    <Card isMain title={wasBefore ? 'You were unsubscribed already' : 'You are unsubscribed'} lead={words}>
      <p className="text-sm wrap-anywhere text-muted">
        {subscription.address}. Changed your mind?{' '}
        <a href="/subscribe" className="text-accent-ink underline">
          Subscribe again
        </a>
      </p>
    </Card>
  );
}
