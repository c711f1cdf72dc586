import { expect, type Locator, type Page } from '@playwright/test';

/** Every part that comes behind the first is here. */
export const isWhole = (page: Page): Promise<void> => expect(page.locator('[data-early]')).toHaveCount(0);

type Evidence = { title: string; text?: string; file?: string; bearing?: string };

/** Chooses somebody who is here: others of that name may be elsewhere, and then both are told apart by their addresses. */
export async function choosePerson(list: Locator, name: string): Promise<void> {
  const here = list.locator('optgroup[label="Here now"] option').filter({ hasText: new RegExp(`^${name}(?: \\(|$)`) });
  await list.selectOption((await here.getAttribute('value')) ?? '');
}

/** The room of one incident, as a person finds their way in it: by roles and names. */
export class RoomPage {
  readonly log: Locator;
  readonly composer: Locator;
  readonly board: Locator;
  readonly side: Locator;
  readonly network: Locator;

  constructor(readonly page: Page) {
    this.log = page.getByRole('log', { name: 'Log' });
    this.composer = page.getByRole('textbox', { name: 'Write into the log' });
    this.board = page.getByRole('region', { name: 'Board' });
    this.side = page.getByRole('complementary', { name: 'Context' });
    this.network = page.getByRole('button', { name: /^Connection: / });
  }

  /** Goes there and waits until what others do arrives. */
  async open(incident: string): Promise<void> {
    await this.page.goto(`/incidents/${incident}`);
    await this.isLive();
  }

  /** The same room in another tab. */
  on(page: Page): RoomPage {
    return new RoomPage(page);
  }

  /** Live, and all of it can be used. */
  async isLive(): Promise<void> {
    await expect(this.network).toContainText('Live');
    await isWhole(this.page);
  }

  line(text: string | RegExp): Locator {
    return this.log.getByRole('article').filter({ hasText: text });
  }

  /** A line that the server has. */
  async hasLine(text: string | RegExp, { timeout }: { timeout?: number } = {}): Promise<void> {
    const line = this.line(text).last();
    await expect(line).toBeVisible({ timeout });
    await expect(line.getByLabel('Not saved yet')).toHaveCount(0, { timeout });
  }

  /** Types something into the composer and sends it with Enter. */
  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.composer).toHaveValue('');
  }

  /** Does something with a line, from its menu. */
  async onLine(text: string | RegExp, what: string): Promise<void> {
    const line = this.line(text).last();
    await line.hover();
    await line.getByRole('button', { name: 'More for this line' }).click();
    await this.page.getByRole('menuitem', { name: what, exact: true }).click();
  }

  card(ref: string): Locator {
    return this.board.getByRole('article', { name: new RegExp(`^${ref}, `) });
  }

  /** Presses what a card offers, from its menu: there everything is, folded or not. */
  async act(ref: string, what: string): Promise<void> {
    await this.page.getByRole('button', { name: `More for ${ref}` }).click();
    await this.page.getByRole('menuitem', { name: what, exact: true }).click();
  }

  /** What the menu of a card offers. */
  async offers(ref: string): Promise<string[]> {
    await this.page.getByRole('button', { name: `More for ${ref}` }).click();
    const menu = this.page.getByRole('menu', { name: `Everything for ${ref}` });
    await expect(menu).toBeVisible();
    const items = await menu.getByRole('menuitem').allInnerTexts();
    await this.page.keyboard.press('Escape');
    return items;
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  async propose(statement: string, more: Record<string, string> = {}): Promise<void> {
    await this.board.getByRole('button', { name: 'Propose', exact: true }).click();
    const dialog = this.dialog('Propose a hypothesis');
    await dialog.getByRole('textbox', { name: 'What could be wrong' }).fill(statement);
    for (const [label, text] of Object.entries(more)) await dialog.getByRole('textbox', { name: label }).fill(text);
    await dialog.getByRole('button', { name: 'Propose' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Attaches an output to a hypothesis from its card. */
  async attach(ref: string, { title, text, file, bearing }: Evidence): Promise<void> {
    await this.act(ref, 'Attach evidence');
    const dialog = this.dialog(/^Attach evidence/);
    if (file !== undefined) {
      const [chooser] = await Promise.all([
        this.page.waitForEvent('filechooser'),
        dialog.getByRole('button', { name: 'Choose a file' }).click(),
      ]);
      await chooser.setFiles(file);
    } else await dialog.getByRole('textbox', { name: 'Output' }).fill(text ?? '');
    await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
    if (bearing !== undefined) await dialog.getByRole('radio', { name: bearing, exact: true }).check({ force: true });
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  async assignRole(person: string, role: string): Promise<void> {
    await this.side.getByRole('button', { name: 'Assign' }).click();
    const form = this.page.getByRole('dialog', { name: 'Give a role' });
    await choosePerson(form.getByRole('combobox', { name: 'Who' }), person);
    await form.getByRole('combobox', { name: 'Role' }).selectOption({ label: role });
    await form.getByRole('button', { name: /Assign|Give|Take/ }).click();
    await expect(form).toBeHidden();
  }

  async setStatus(status: string, { because, evidence }: { because?: string; evidence?: RegExp } = {}): Promise<void> {
    await this.page.getByRole('button', { name: /^Status .*, change$/ }).click();
    await this.page
      .getByRole('menuitem', { name: new RegExp(`^${status}`) })
      .or(this.page.getByRole('menuitemradio', { name: new RegExp(`^${status}`) }))
      .first()
      .click();
    if (because === undefined && evidence === undefined) return;
    const dialog = this.dialog(/^Set the status to/);
    if (evidence) {
      const shown = dialog.getByRole('combobox', { name: 'What shows that the symptom is gone' });
      const label = (await shown.getByRole('option').allTextContents()).find((one) => evidence.test(one));
      await shown.selectOption({ label: label ?? '' });
    }
    if (because !== undefined) await dialog.getByRole('textbox', { name: 'Reason' }).fill(because);
    await dialog.getByRole('button', { name: /^Set to/ }).click();
    await expect(dialog).toBeHidden();
  }

  /** Every line of the log, as read. */
  async lines(): Promise<string[]> {
    return this.log.getByRole('article').allInnerTexts();
  }
}
