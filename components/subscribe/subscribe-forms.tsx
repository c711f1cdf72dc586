'use client';

import { ChevronRight } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { SubscribeOptions } from '@/lib/contracts/subscribers';
import { Card } from './card';
import { ComponentChoice } from './component-choice';
import { Problem } from './problem';

type SubscribeFormsProps = { options: SubscribeOptions; isMailed: boolean; problem: string | null; by: 'mail' | 'webhook' };

/** Every way to get updates. Plain forms: they work without a script. */
export function SubscribeForms({ options, isMailed, problem, by }: SubscribeFormsProps) {
  const { pageName, hasMail } = options;
  return (
    <>
      <h1 className="sr-only">Get updates from {pageName}</h1>
      {isMailed && <Mailed />}
      {!hasMail && <p className="px-1 text-sm text-muted">This page sends no mail. Updates come by webhook, or by feed.</p>}
      {hasMail && !isMailed && <ByMail options={options} problem={by === 'mail' ? problem : null} />}
      <ByWebhook options={options} problem={by === 'webhook' ? problem : null} isOpen={by === 'webhook' || !hasMail} />
      <Feeds />
    </>
  );
}

function Mailed() {
  return (
    <Card
      title="Look into your mailbox"
      lead="A mail with a link is on its way. Open the link within 72 hours to confirm; nothing else is sent before. If no mail comes within a few minutes, look into the folder for spam."
    >
      <p className="text-sm">
        <a href="/subscribe" className="text-accent-ink underline">
          Use another address
        </a>
      </p>
    </Card>
  );
}

function ByMail({ options, problem }: { options: SubscribeOptions; problem: string | null }) {
  return (
    <Card
      title="Get updates by mail"
      lead="When something breaks, how it goes on, and when it works again. Every mail has a link that ends it."
    >
      <Problem code={problem} words={{ invalid: 'This is no mail address. Write it as ana@example.org.' }} />
      <form method="post" action="/api/v1/subscribe/mail" className="flex flex-col gap-4">
        <Field label="Mail address">
          {(control) => <Input {...control} size="lg" type="email" name="email" required maxLength={254} autoComplete="email" />}
        </Field>
        <ComponentChoice components={options.components} />
        <Button type="submit" variant="primary" size="lg" className="self-start">
          Send me a link to confirm
        </Button>
      </form>
    </Card>
  );
}

const WEBHOOK_PROBLEMS = {
  invalid:
    'This address is not one that is called. It must be a public one that begins with https:// or http://, at its usual port.',
  conflict: 'This address gets updates already. Use the link that was shown when it was added.',
};

function ByWebhook({ options, problem, isOpen }: { options: SubscribeOptions; problem: string | null; isOpen: boolean }) {
  return (
    <details open={isOpen} className="group rounded-lg border border-line bg-surface">
      <summary className="flex list-none items-center gap-2 rounded-lg p-5 text-base font-semibold">
        <ChevronRight aria-hidden className="size-4 text-muted group-open:rotate-90" />
        Get updates by webhook
      </summary>
      <div className="flex flex-col gap-4 px-5 pb-5">
        <p className="text-sm text-pretty text-muted">
          Each update is sent as JSON, signed as Standard Webhooks says and tried again for a day. It begins once your address
          answered a test call with 2xx; answering 410 ends it.
        </p>
        <Problem code={problem} words={WEBHOOK_PROBLEMS} />
        <form method="post" action="/api/v1/subscribe/webhook" className="flex flex-col gap-4">
          <Field label="Address">
            {(control) => (
              <Input
                {...control}
                size="lg"
                type="url"
                name="url"
                required
                maxLength={2000}
                placeholder="https://hooks.example.com/status"
              />
            )}
          </Field>
          <ComponentChoice components={options.components} />
          <Button type="submit" size="lg" className="self-start">
            Add the webhook
          </Button>
        </form>
      </div>
    </details>
  );
}

function Feeds() {
  return (
    <p className="px-1 text-sm text-muted">
      Or follow the{' '}
      <a href="/status/feed.atom" className="text-accent-ink underline">
        Atom
      </a>{' '}
      or{' '}
      <a href="/status/feed.rss" className="text-accent-ink underline">
        RSS
      </a>{' '}
      feed with a reader of yours: nobody has to know who you are.
    </p>
  );
}
