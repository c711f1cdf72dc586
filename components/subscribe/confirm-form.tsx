import { Button } from '@/components/ui/button';
import { Card } from './card';
import { Problem } from './problem';

const PROBLEMS = {
  conflict: 'This link does not work any more: it is older than 72 hours, or the subscription was ended. Subscribe again.',
};

/** The button behind the link of the first mail. */
export function ConfirmForm({ token, problem }: { token: string; problem: string | null }) {
  if (problem !== null) {
    return (
      <Card isMain title="This was not confirmed">
        <Problem code={problem} words={PROBLEMS} />
        <p className="text-sm">
          <a href="/subscribe" className="text-accent-ink underline">
            Subscribe again
          </a>
        </p>
      </Card>
    );
  }
  return (
    <Card isMain title="Confirm your address" lead="Press the button and you get the updates that you asked for.">
      <form method="post" action="/api/v1/subscribe/confirm">
        <input type="hidden" name="token" value={token} />
        <Button type="submit" variant="primary" size="lg">
          Confirm
        </Button>
      </form>
    </Card>
  );
}
