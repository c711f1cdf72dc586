import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures/test';
import { tell } from './fixtures/tell';
import { BriefPage } from './pages/brief-page';
import { SignInPage } from './pages/sign-in-page';
import { PASSWORD } from './fixtures/house';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test('a viewer lands on the brief, asks, and reads the answer that is for everybody', async ({ someone, house }) => {
  const incident = await tell(house);
  const [vi, cy, mo] = [await someone('viewer', 'Vi'), await someone('responder', 'Cy'), await someone('viewer', 'Mo')];
  await vi.home.open();
  await vi.home.running.getByRole('listitem').filter({ hasText: incident }).getByRole('link').click();
  await expect(vi.page).toHaveURL(new RegExp(`/incidents/${incident}/brief$`));
  const brief = new BriefPage(vi.page);
  await brief.isLive();
  await expect(vi.page.getByRole('heading', { level: 1 })).toHaveText(`${incident} Orders answer 500`);
  await expect(brief.known).toContainText('Shown by E2 Kernel: Killed process (redis-server)');
  await expect(brief.ruledOut).toContainText('H1 Postgres is overloaded');
  await expect(brief.doing).toContainText('Testing H3 Keys of the order history have no expiry');
  await expect(brief.next).toContainText(/in (19|20) min/);

  const others = new BriefPage(mo.page);
  await others.open(incident);
  const room = await cy.enter(incident);
  await room.write('/role me comms');

  await brief.askFor('Are payments lost?');
  await expect(brief.question('Are payments lost?')).toContainText('asked by Vi');
  await expect(others.question('Are payments lost?')).toContainText('not answered yet');
  // Asked once more, by somebody else and in other words' clothes.
  await others.askFor('are payments  LOST?');
  await expect(others.questions.getByRole('alert')).toContainText(/^Q1 asks the same already by Vi .* for everybody\.$/);
  await expect(others.ask).toHaveValue('are payments  LOST?');

  await expect(room.side).toContainText('For you to answer');
  await room.composer.press('Escape');
  await cy.page.keyboard.press('q');
  const dialog = room.dialog('Answer Q1');
  await dialog.getByRole('textbox', { name: 'Answer' }).fill('No, they are queued.');
  await dialog.getByRole('button', { name: 'Answer' }).click();
  await expect(dialog).toBeHidden();
  for (const seen of [brief, others]) await expect(seen.question('Are payments lost?')).toContainText('No, they are queued.');

  await room.write('/ask Who tells the partners?');
  await room.write('/answer Q2 Sales does.');
  await expect(brief.question('Who tells the partners?')).toContainText('Sales does.');
  await expect(room.side).toContainText('2 answered');
});

test('whoever signs in to an incident lands where their role belongs, and a viewer reaches the room', async ({
  house,
  someone,
  stranger,
}) => {
  const incident = await tell(house);
  for (const [role, end] of [
    ['viewer', '/brief'],
    ['responder', ''],
  ] as const) {
    const { account } = await someone(role, `A ${role}`);
    const { page } = await stranger();
    await page.goto(`/incidents/${incident}`);
    await new SignInPage(page).signIn(account?.email ?? '', PASSWORD);
    await expect(page).toHaveURL(new RegExp(`/incidents/${incident}${end}$`));
    if (role === 'responder') continue;
    await page.getByRole('link', { name: 'Open the room' }).click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${incident}$`));
    await expect(page.getByRole('log', { name: 'Log' })).toBeVisible();
  }
});

test('the brief changes as the room does, and says plainly what is late', async ({ someone, house }) => {
  const incident = await tell(house);
  const [vi, bo] = [await someone('viewer', 'Vi'), await someone('responder', 'Bo')];
  const brief = new BriefPage(vi.page);
  await brief.open(incident);
  const room = await bo.enter(incident);
  await room.write('/hypothesis The disk is full');
  await room.write('/test H4 15m');
  await expect(brief.doing).toContainText('Testing H4 The disk is full');
  await room.write('/reject H4 because df says 12 %');
  await expect(brief.ruledOut).toContainText('H4 The disk is full');
  await expect(brief.doing).not.toContainText('H4');
  await room.write('/root H2 the limit was never set');
  await expect(brief.known).toContainText('Root cause');
  await expect(brief.known).toContainText('the limit was never set');

  await bo.page.keyboard.press('Escape');
  await bo.page.keyboard.press('b');
  await expect(bo.page).toHaveURL(/\/brief$/);
  await house.take(incident, 'update.promise', { nextUpdateAt: new Date(Date.now() + 3000).toISOString() });
  await expect(brief.next).toContainText('Overdue for');
});

test('the brief is taken elsewhere as Markdown, as text and on one sheet of paper, and into the log', async ({
  someone,
  house,
}) => {
  const incident = await tell(house);
  const vi = await someone('viewer', 'Vi', CLIPBOARD);
  const brief = new BriefPage(vi.page);
  await brief.open(incident);
  expect(await brief.copy('Copy as Markdown')).toContain(
    '- **H1** Postgres is overloaded. Ruled out by E1 The query uses its index.',
  );
  expect(await brief.copy('Copy as plain text')).toMatch(/^WHAT WE RULED OUT\n- H1 Postgres is overloaded\. /m);

  const paper = await vi.page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  await vi.page.emulateMedia({ media: 'print' });
  await expect(brief.ask).toBeHidden();
  await expect(vi.page.getByRole('link', { name: 'Open the room' })).toBeHidden();
  await expect(brief.next).toContainText(/by \d\d \w+ \d\d:\d\d|by \d+ \w+ \d\d:\d\d/);

  const ana = await someone('responder', 'Ana');
  const room = await ana.enter(incident);
  await room.write('/brief');
  await room.hasLine('WHAT WE RULED OUT');
  await expect(room.line('WHAT WE RULED OUT')).toContainText(`Brief. ${incident} Orders answer 500`);
});

test('a question asked without a network waits on the device, and is asked when it is back', async ({ someone, house }) => {
  const incident = await tell(house);
  const [vi, mo] = [await someone('viewer', 'Vi', { mayHear: /409|ERR_INTERNET/ }), await someone('viewer', 'Mo')];
  const [brief, others] = [new BriefPage(vi.page), new BriefPage(mo.page)];
  await brief.open(incident);
  await others.open(incident);
  await vi.context.setOffline(true);
  await expect(brief.network).toContainText('Offline');
  await brief.askFor('Is there a workaround?');
  await expect(brief.question('Is there a workaround?')).toContainText('Waiting to be sent');
  await expect(brief.ask).toHaveValue('');
  await vi.context.setOffline(false);
  await expect(others.question('Is there a workaround?')).toContainText('asked by Vi');
  await expect(brief.question('Is there a workaround?')).not.toContainText('Waiting');

  // Somebody else was faster meanwhile: the reason is said where it was asked, and nothing is lost.
  await vi.context.setOffline(true);
  await expect(brief.network).toContainText('Offline');
  await brief.askFor('How long?');
  // It is drawn before it is kept: what counts is the answer of the server.
  const kept = mo.page.waitForResponse((answer) => answer.url().endsWith('/commands') && answer.ok());
  await others.askFor('How long?');
  await kept;
  await expect(others.question('How long?')).toContainText('asked by Mo');
  await vi.context.setOffline(false);
  await expect(brief.questions.getByRole('status').filter({ hasText: 'asks the same already' })).toContainText('How long?');
  await brief.questions.getByRole('button', { name: 'Discard' }).click();
  await expect(brief.questions.getByText('asks the same already')).toHaveCount(0);
  await expect(brief.question('How long?')).toHaveCount(1);
});

test('nobody reads the brief of what is not for them, and it closes to whom it is closed', async ({ someone, house }) => {
  const incident = await tell(house);
  const vi = await someone('viewer', 'Vi', { mayHear: /status of 40[134]/ });
  const brief = new BriefPage(vi.page);
  await brief.open(incident);
  await house.take(incident, 'incident.restrict', { isPrivate: true });
  await expect(vi.page.getByRole('heading', { name: 'This room is closed to you' })).toBeVisible();
  await expect(vi.page.getByRole('main')).not.toContainText('Postgres');
  const answer = await vi.page.goto(`/incidents/${incident}/brief`);
  expect(answer?.status()).toBe(404);
});

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`axe finds nothing on the brief, ${colorScheme}, ${size}`, async ({ someone, house }) => {
      const incident = await tell(house);
      await house.take(incident, 'question.ask', { text: 'How long?' });
      await house.take(incident, 'question.answer', { question: 'Q1', text: 'An hour.' });
      const vi = await someone('viewer', 'Vi', { colorScheme, viewport, hasTouch: size === 'phone', isMobile: size === 'phone' });
      const brief = new BriefPage(vi.page);
      await brief.open(incident);
      const { violations } = await new AxeBuilder({ page: vi.page }).withTags(RULES).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => String(target))])).toEqual([]);
      // Thirty seconds: it fits the screen of a desk, and never runs off to the side.
      const main = await vi.page.getByRole('main').evaluate((element) => ({
        ...{ isWide: element.scrollWidth > element.clientWidth, isLong: element.scrollHeight > element.clientHeight },
      }));
      expect(main).toEqual({ isWide: false, isLong: size === 'phone' });
    });
  }
}
