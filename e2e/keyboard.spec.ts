import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { RoomPage } from './pages/room-page';

const KEYS_PER_SECOND = 5;
const MOST_TABS = 25;

/** Somebody without a pointer: words at a human pace, and every other stroke counted. */
class Typist {
  strokes = 0;

  constructor(
    readonly page: Page,
    private delayMs = 1000 / KEYS_PER_SECOND,
  ) {}

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words, { delay: this.delayMs });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.strokes += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** Tab until that has the focus. */
  async tabTo(target: Locator): Promise<void> {
    for (let count = 0; count < MOST_TABS; count++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    await expect(target).toBeFocused();
  }

  /** Finds an action by its words, and does it. */
  async find(words: string): Promise<void> {
    await this.press('ControlOrMeta+k');
    const field = this.page.getByRole('combobox', { name: 'What do you look for' });
    await expect(field).toBeFocused();
    await this.type(words);
    await expect(this.page.getByRole('option', { selected: true })).toContainText(new RegExp(words, 'i'));
    await this.press('Enter');
    await expect(field).toBeHidden();
  }

  hurry(): void {
    this.delayMs = 0;
  }
}

test('an incident is run from declared to resolved without a pointer', async ({ someone }) => {
  test.slow();
  const ana = await someone('responder', 'Ana Duarte');
  const { page } = ana;
  const room = new RoomPage(page);
  const typist = new Typist(page);
  await ana.home.open();

  // Declared and the first line written: at most six strokes besides the words, at most 15 s.
  const beganMs = Date.now();
  // Past the bar, to what this page is for.
  await typist.press('Tab', 'Enter');
  await typist.tabTo(ana.home.title);
  await typist.type('500 on /api/orders');
  await typist.press('Enter');
  await expect(room.composer).toBeFocused();
  await typist.type('Alert: checkout fails');
  await typist.press('Enter');
  await expect(room.line('Alert: checkout fails')).toBeVisible();
  const tookMs = Date.now() - beganMs;
  test.info().annotations.push({ type: 'declared and written', description: `${typist.strokes} strokes, ${tookMs} ms` });
  expect(typist.strokes).toBeLessThanOrEqual(6);
  expect(tookMs).toBeLessThanOrEqual(15_000);
  await room.hasLine('Alert: checkout fails');
  typist.hurry();

  // Commanded, and a first hypothesis that is let go.
  await typist.press('Escape');
  await typist.find('Take command');
  await room.hasLine('took command');
  await typist.press('h');
  await expect(room.dialog('Propose a hypothesis').getByRole('textbox').first()).toBeFocused();
  await typist.type('Postgres is overloaded');
  await typist.press('Enter');
  await expect(room.dialog('Propose a hypothesis')).toBeHidden();
  await expect(room.card('H1')).toHaveAttribute('aria-current', 'true');
  await typist.press('x');
  await expect(room.card('H1').getByRole('textbox', { name: 'Why you let it go' })).toBeFocused();
  await typist.type('it answers in milliseconds');
  await typist.press('ControlOrMeta+Enter');
  await expect(room.card('H1')).toHaveAccessibleName(/^H1, rejected/);
  await expect(room.card('H1').getByRole('textbox')).toHaveCount(0);

  // A second one: claimed, tested, shown, confirmed.
  await typist.press('h');
  await expect(room.dialog('Propose a hypothesis').getByRole('textbox').first()).toBeFocused();
  await typist.type('Redis is out of memory');
  await typist.press('Enter');
  await expect(room.dialog('Propose a hypothesis')).toBeHidden();
  await expect(room.card('H2')).toHaveAttribute('aria-current', 'true');
  await typist.press('i');
  await expect(room.card('H2')).toContainText('Ana Duarte');
  await typist.press('t');
  await expect(room.card('H2').getByRole('button', { name: '15 min' })).toBeFocused();
  await typist.press('Enter');
  await expect(room.card('H2')).toHaveAccessibleName(/^H2, testing/);
  await typist.press('e');
  const evidence = room.dialog('Attach evidence to H2');
  await expect(evidence.getByRole('textbox', { name: 'Output' })).toBeFocused();
  await typist.type('Killed process 31104 (redis-server)');
  await typist.tabTo(evidence.getByRole('radio', { checked: true }));
  await typist.press('ArrowRight', 'ArrowRight');
  await expect(evidence.getByRole('radio', { checked: true })).toHaveAccessibleName(/supports it/);
  await typist.press('ControlOrMeta+Enter');
  await expect(room.card('H2')).toContainText('E1');
  await typist.press('c');
  await expect(room.card('H2')).toHaveAccessibleName(/^H2, confirmed/);
  await typist.press('r');
  await expect(room.dialog('Declare H2 the root cause').getByRole('textbox').first()).toBeFocused();
  await typist.type('Keys have no expiry');
  await typist.press('ControlOrMeta+Enter');
  await expect(room.card('H2')).toContainText('Root cause');

  // Fixed, watched, over.
  await typist.find('status to identified');
  await typist.press('n');
  await expect(room.composer).toBeFocused();
  await typist.type('/task raise maxmemory');
  await typist.press('Enter');
  await room.hasLine('raise maxmemory');
  await typist.press('Escape');
  await typist.find('status to monitoring');
  await typist.find('status to resolved');
  await expect(room.dialog('Set the status to resolved').getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await typist.type('no errors for ten minutes');
  await typist.press('ControlOrMeta+Enter');
  await room.hasLine(/to resolved/);
});

test('every part is reached by its keys, and single keys can be switched off', async ({ someone, house }) => {
  const incident = await house.declare({ title: 'Orders answer 500' });
  await house.take(incident, 'hypothesis.propose', { statement: 'Redis is out of memory' });
  await house.take(incident, 'hypothesis.propose', { statement: 'The network drops packets' });
  const ana = await someone('admin', 'Ana Duarte');
  const room = await ana.enter(incident);
  const typist = new Typist(ana.page);
  typist.hurry();
  const isPressed = (name: string) =>
    ana.page.getByRole('radio', { name }).or(ana.page.getByRole('button', { name, pressed: true }));

  // The last line of oneself is changed in place.
  await typist.press('n');
  await expect(room.composer).toBeFocused();
  await typist.type('checkd the deploys');
  await typist.press('Enter');
  await room.hasLine('checkd the deploys');
  await typist.press('ArrowUp');
  await expect(room.log.getByRole('textbox', { name: 'Words of this line' })).toBeFocused();
  await typist.press('ControlOrMeta+a');
  await typist.type('checked the deploys');
  await typist.press('ControlOrMeta+Enter');
  await room.hasLine('checked the deploys');
  await expect(room.composer).toBeFocused();
  await typist.press('Escape');
  await expect(room.composer).not.toBeFocused();

  // The log: up and down, and to what a line is about.
  await typist.press('g', 'l', 'Escape');
  await typist.press('k', 'k');
  await expect(room.line('The network drops packets')).toHaveAttribute('aria-current', 'true');
  await typist.press('Enter');
  await expect(room.card('H2')).toHaveAttribute('aria-current', 'true');
  await typist.press('k');
  await expect(room.card('H1')).toHaveAttribute('aria-current', 'true');

  // Given to somebody.
  await typist.press('a');
  await expect(room.card('H1').getByRole('combobox', { name: 'To whom' })).toBeFocused();
  await typist.type('Ana Duarte');
  await typist.press('ControlOrMeta+Enter');
  await expect(room.card('H1').getByRole('combobox')).toHaveCount(0);
  await expect(room.card('H1')).toContainText('Ana Duarte');

  // Tree and board; UTC, local time and since impact.
  await typist.press('g', 't');
  await expect(isPressed('Tree').first()).toBeVisible();
  await typist.press('g', 'b');
  const time = room.line('checked the deploys').getByRole('time');
  const utc = await time.innerText();
  await typist.press('z');
  await expect(time).not.toHaveText(utc);
  await typist.press('z');
  await expect(time).toHaveText(utc);
  await typist.press('m');
  await expect(time).toHaveText('+00:00');
  await typist.press('m');

  // Without single keys, only those with Ctrl answer.
  await typist.press('?');
  const sheet = room.dialog('Shortcuts');
  await expect(sheet).toContainText('Propose a hypothesis');
  await typist.tabTo(sheet.getByRole('switch', { name: 'Single keys' }));
  await typist.press('Space');
  await typist.press('Escape');
  await expect(sheet).toBeHidden();
  await typist.press('h', 'n', '?', 'z');
  await expect(ana.page.getByRole('dialog')).toHaveCount(0);
  await expect(room.composer).not.toBeFocused();
  await expect(time).toHaveText(utc);
  await typist.find('Switch single-key');
  await typist.press('h');
  await expect(room.dialog('Propose a hypothesis')).toBeVisible();
});
