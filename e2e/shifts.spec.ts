import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Someone } from './fixtures/test';
import { tell } from './fixtures/tell';
import { choosePerson } from './pages/room-page';

/** Says that somebody has been on for so many minutes already. */
async function onSince({ page }: Someone, incident: string, minutes: number): Promise<void> {
  // The clocks of a page move in steps of ten seconds: in the middle of a minute they are never in the one before.
  const at = new Date(Date.now() - minutes * 60_000 - 15_000).toISOString();
  const url = `/api/v1/incidents/${incident}/shift/start`;
  const answer = await page.request.post(url, { data: { at }, headers: { origin: new URL(page.url()).origin } });
  expect(answer.status()).toBe(200);
}

/** A time zone in which it is this hour now. */
function zoneAt(hour: number): string {
  const ahead = (hour - new Date().getUTCHours() + 24) % 24;
  const offset = ahead > 12 ? ahead - 24 : ahead;
  // In these names the sign stands the other way round.
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

const NOON = { timezoneId: zoneAt(12) };

test('after four hours a rest is suggested, to who is on and to the commander, and can be put off', async ({
  someone,
  house,
}) => {
  const incident = await tell(house);
  const [ana, bo] = [await someone('responder', 'Ana', NOON), await someone('responder', 'Bo', NOON)];
  const [room, other] = [await ana.enter(incident), await bo.enter(incident)];
  const banner = ana.page.getByRole('status').filter({ hasText: 'get some sleep' });
  await onSince(ana, incident, 200);
  await expect(room.side).toContainText('on 3 h 20 min');
  await expect(banner).toHaveCount(0);

  await onSince(ana, incident, 252);
  await expect(banner).toContainText('You have been on for 4 h 12 min. Hand over, and get some sleep.');
  await expect(other.side).toContainText('on 4 h 12 min');
  await expect(bo.page.getByRole('status').filter({ hasText: 'get some sleep' })).toHaveCount(0);
  await expect(other.side.getByRole('note')).toHaveCount(0);
  await house.take(incident, 'role.release', { role: 'commander' });
  await other.write('/take');
  await expect(other.side.getByRole('note')).toHaveText('Ana has been on for more than four hours. Ask who can take over.');

  await ana.page.getByRole('button', { name: 'Ask in an hour' }).click();
  await expect(banner).toHaveCount(0);
  await ana.page.reload();
  await room.isLive();
  await expect(room.side).toContainText('on 4 h 12 min');
  await expect(banner).toHaveCount(0);
  // It never blocks: the room is worked in all the while, and an hour later it asks again.
  await room.write('still here');
  await room.hasLine('still here');
  await ana.page.evaluate(
    (userId) => localStorage.setItem(`warroom.rest-put-off.${userId}`, String(Date.now() - 1)),
    ana.account?.userId,
  );
  await ana.page.reload();
  await expect(banner).toBeVisible();
});

test('at night in their own zone it is suggested after an hour', async ({ someone, house }) => {
  const incident = await tell(house);
  const [ana, bo] = [
    await someone('responder', 'Ana', { timezoneId: zoneAt(2) }),
    await someone('responder', 'Bo', { timezoneId: zoneAt(2) }),
  ];
  await ana.enter(incident);
  await onSince(ana, incident, 75);
  const night = (one: Someone) => one.page.getByRole('status').filter({ hasText: 'it is night where you are' });
  await expect(night(ana)).toContainText('You have been on for 1 h 15 min, and it is night where you are.');

  // What the profile says counts more than what the browser says.
  await bo.enter(incident);
  const change = { data: { timeZone: zoneAt(12) }, headers: { origin: house.url } };
  expect((await bo.page.request.patch('/api/v1/profile', change)).status()).toBe(200);
  await onSince(bo, incident, 75);
  await bo.page.reload();
  await expect(bo.page.getByRole('complementary', { name: 'Context' })).toContainText('on 1 h 15 min');
  await expect(night(bo)).toHaveCount(0);
});

test('somebody goes off with a note, and what they had goes to another in one step', async ({ someone, house }) => {
  const incident = await tell(house);
  const [ana, bo] = [await someone('responder', 'Olive Off', NOON), await someone('responder', 'Bo Off', NOON)];
  const [room, other] = [await ana.enter(incident), await bo.enter(incident)];
  await room.write('/hypothesis The disk is full');
  await room.write('/test H4 30m');
  await room.write('/task @Olive Look at df');
  await expect(other.card('H4')).toContainText('Olive Off');
  await expect(room.side).toContainText('Look at df');
  await room.side.getByRole('button', { name: 'Go off' }).click();
  const dialog = room.dialog('Go off shift');
  await expect(dialog).toContainText('Get some sleep');
  await expect(dialog.getByRole('textbox', { name: 'What the others need to know' })).toHaveValue(
    /^I was testing:\n- H4 The disk is full \(until \d\d:\d\d UTC\)\nMy open tasks:\n- T2 Look at df$/,
  );
  await dialog.getByRole('combobox', { name: 'What becomes of H4 and T2' }).selectOption('Hand it to somebody');
  await choosePerson(dialog.getByRole('combobox', { name: 'To whom' }), 'Bo Off');
  const { violations } = await new AxeBuilder({ page: ana.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Go off shift' }).click();
  await expect(dialog).toBeHidden();
  await expect(other.card('H4')).toContainText('Bo Off');
  await other.hasLine('went off shift: I was testing: / - H4 The disk is full');
  await expect(room.side.getByRole('button', { name: 'Come on' })).toBeVisible();
  await room.write('/on');
  await expect(room.side.getByRole('button', { name: 'Go off' })).toBeVisible();
  await room.write('/off nothing left to say');
  await other.hasLine('went off shift: nothing left to say');
});

test('command is handed over with a note from the state, which the next one reads and accepts', async ({ someone, house }) => {
  const incident = await tell(house);
  await house.take(incident, 'question.ask', { text: 'Are payments lost?' });
  await house.take(incident, 'role.release', { role: 'commander' });
  const [ana, bo] = [await someone('responder', 'Ana Over', NOON), await someone('responder', 'Bo Over', NOON)];
  const [room, other] = [await ana.enter(incident), await bo.enter(incident)];
  await room.write('/take');
  await onSince(ana, incident, 300);
  await ana.page.getByRole('button', { name: 'Hand over …' }).click();
  const dialog = room.dialog('Hand command over');
  const note = dialog.getByRole('textbox', { name: 'What they need to know' });
  await expect(note).toHaveValue(/Being tested:\n- H3 Keys of the order history have no expiry/);
  await expect(note).toHaveValue(/Questions to answer:\n- Q1 Are payments lost\? \(Ada Admin\)/);
  await expect(note).toHaveValue(/Next update promised to stakeholders for \d\d:\d\d UTC\.$/);
  await choosePerson(dialog.getByRole('combobox', { name: 'To whom' }), 'Bo Over');
  await dialog.getByRole('button', { name: 'Offer command' }).click();

  await expect(bo.page.getByRole('status').filter({ hasText: 'Ana Over hands command over to you' })).toBeVisible();
  await bo.page.getByRole('button', { name: 'Read the note' }).click();
  const offer = other.dialog('Ana Over hands command over to you');
  await expect(offer).toContainText('Q1 Are payments lost?');
  await offer.getByRole('button', { name: 'Accept command' }).click();
  await expect(offer).toBeHidden();
  await expect(ana.page.getByRole('button', { name: 'Incident commander Bo Over, change' })).toBeVisible();
  // Now they can go, and are asked to.
  await expect(ana.page.getByRole('button', { name: 'Go off shift …' })).toBeVisible();
});
