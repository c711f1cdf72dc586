import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { smtpReceiver, type SmtpReceiver } from '@/lib/connectors/testing/smtp-receiver';
import { startApp, type RunningApp } from './fixtures/app';
import { openHouse, type House } from './fixtures/house';
import { expect, test } from './fixtures/test';

let smtp: SmtpReceiver;
let hook: Server;
let hookUrl: string;
let calls: string[];
let app: RunningApp;
let house: House;

test.beforeAll(async () => {
  calls = [];
  smtp = await smtpReceiver();
  hook = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      calls.push(body);
      response.end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/status`;
  app = await startApp({
    ...{ WARROOM_SMTP_URL: smtp.url, WARROOM_MAIL_FROM: 'Shop status <status@shop.example>' },
    WARROOM_ALLOWED_TARGETS: '127.0.0.1',
  });
  house = await openHouse(app);
});
test.afterAll(async () => {
  await app.stop();
  await smtp.close();
  hook.closeAllConnections();
  hook.close();
});

/** The mail to somebody about something, once it is there, with the link in it. */
async function mailTo(address: string, subject: RegExp): Promise<{ text: string; link: string }> {
  const find = () => smtp.received.findLast((one) => one.to === address && subject.test(one.subject));
  await expect.poll(() => find()?.subject ?? '', { timeout: 20_000 }).toMatch(subject);
  const { text = '' } = find() ?? {};
  return { text, link: /https?:\S+\/subscribe\/\S+token=\S+/.exec(text)?.[0] ?? '' };
}

async function publish(text: string): Promise<void> {
  const incident = await house.declare({ title: 'Redis is out of memory on db-7' });
  await house.take(incident, 'command.take', {});
  await house.take(incident, 'update.post', { audience: 'public', phase: 'investigating', title: 'Orders unavailable', text });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`somebody subscribes, confirms, is told, and leaves, ${how} JavaScript`, async ({ stranger }) => {
    const email = `${randomUUID()}@example.org`;
    const { page } = await stranger({ baseURL: app.url, javaScriptEnabled });
    await page.goto('/subscribe');
    await page.getByLabel('Mail address').fill(email);
    await page.getByRole('button', { name: 'Send me a link to confirm' }).click();
    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();

    await page.goto((await mailTo(email, /^Confirm/)).link);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText('Your address is confirmed.')).toBeVisible();

    await publish(`We look into it ${email}`);
    const told = await mailTo(email, /Investigating: Orders unavailable/);
    expect(told.text).toContain(`We look into it ${email}`);
    expect(told.text).not.toContain('Redis');

    // A look changes nothing: programs that check mail open every link.
    await page.goto(told.link);
    await page.goto(told.link);
    await expect(page.getByRole('heading', { name: 'Your updates' })).toBeVisible();
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(page.getByRole('heading', { name: 'You are unsubscribed' })).toBeVisible();
    await page.goto(told.link);
    await expect(page.getByText('You get no more updates.')).toBeVisible();
  });

  test(`a webhook is added, shows its secret once, and is told, ${how} JavaScript`, async ({ stranger }) => {
    const { page } = await stranger({ baseURL: app.url, javaScriptEnabled });
    await page.goto('/subscribe?by=webhook');
    await page.getByLabel('Address', { exact: true }).fill(`${hookUrl}/${how}`);
    await page.getByRole('button', { name: 'Add the webhook' }).click();
    await expect(page.getByText(/^whsec_/)).toBeVisible();
    await expect.poll(() => calls.some((body) => body.includes('subscription.verify')), { timeout: 20_000 }).toBe(true);
    const manage = page.url().replace(/&said=\w+/, '');
    await expect
      .poll(async () => {
        await page.goto(manage);
        return page.getByText('The test call was answered').count();
      })
      .toBe(1);
    await expect(page.getByText(/^whsec_/)).toHaveCount(0);
  });

  test(`what is wrong is said in words, ${how} JavaScript`, async ({ stranger }) => {
    const { page } = await stranger({ baseURL: app.url, javaScriptEnabled });
    await page.goto('/subscribe?by=webhook');
    await page.getByLabel('Address', { exact: true }).fill('http://169.254.169.254/latest/meta-data');
    await page.getByRole('button', { name: 'Add the webhook' }).click();
    await expect(page.getByText('This address is not one that is called.')).toBeVisible();
    await page.goto('/subscribe/manage?token=no-such-token');
    await expect(page.getByRole('heading', { name: 'This link belongs to no subscription' })).toBeVisible();
  });
}

test('a mail program ends a subscription with one click, from anywhere; a second time says so kindly', async ({ stranger }) => {
  const email = `${randomUUID()}@example.org`;
  const { page } = await stranger({ baseURL: app.url });
  const post = (path: string, fields: Record<string, string>, origin: string) =>
    fetch(app.url + path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin }, redirect: 'manual' });
  await post('/api/v1/subscribe/mail', { email }, app.url);
  await page.goto((await mailTo(email, /^Confirm/)).link);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Your address is confirmed.')).toBeVisible();
  await publish('Once');
  const { raw } =
    smtp.received.find((one) => one.to === email && /Investigating/.test(one.subject)) ??
    (await mailTo(email, /Investigating/), smtp.received.findLast((one) => one.to === email)!);
  const oneClick = new URL(/^List-Unsubscribe: <([^>]+)>/m.exec(raw)?.[1] ?? '');
  const click = () => post(oneClick.pathname + oneClick.search, { 'List-Unsubscribe': 'One-Click' }, 'https://mail.example');
  await page.goto(oneClick.pathname + oneClick.search);
  await expect(page.getByRole('heading', { name: 'Your updates' })).toBeVisible();
  expect((await click()).status).toBe(200);
  expect((await click()).status).toBe(200);
  // The page was opened before: its button finds the subscription ended.
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(page.getByRole('heading', { name: 'You were unsubscribed already' })).toBeVisible();
  // The other forms are for pages of our own.
  expect((await post('/api/v1/subscribe/mail', { email }, 'https://evil.example')).status).toBe(403);
});

test('an administrator finds subscribers and deliveries', async ({ stranger }) => {
  const account = await house.account('admin', 'Abe');
  const { page, context } = await stranger({ baseURL: app.url });
  await context.addCookies([{ ...account.cookie, url: app.url, httpOnly: true, sameSite: 'Lax' }]);
  const email = `${randomUUID()}@example.org`;
  const form = {
    method: 'POST',
    body: new URLSearchParams({ email }),
    headers: { origin: app.url },
    redirect: 'manual',
  } as const;
  await fetch(`${app.url}/api/v1/subscribe/mail`, form);
  await mailTo(email, /^Confirm/);

  await page.goto(`/settings/subscribers?q=${email}`);
  await page.getByRole('button', { name: `Remove ${email}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No more updates go there.')).toBeVisible();
  await expect(page.getByRole('main').getByText('removed', { exact: true }).last()).toBeVisible();

  await page.goto('/settings/deliveries?state=sent');
  await expect(page.getByText('Confirm that you want updates from Status').first()).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
});
