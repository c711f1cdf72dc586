import { Card } from './card';

/** Instead of a subscription that is not there. */
export function UnknownLink() {
  return (
    <Card isMain title="This link belongs to no subscription" lead="It may not be complete: copy it whole from the mail.">
      <p className="text-sm">
        <a href="/subscribe" className="text-accent-ink underline">
          Subscribe
        </a>
      </p>
    </Card>
  );
}
