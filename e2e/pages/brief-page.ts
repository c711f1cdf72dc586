import { expect, type Locator, type Page } from '@playwright/test';

/** The brief of one incident, as somebody reads it who has thirty seconds. */
export class BriefPage {
  readonly known: Locator;
  readonly ruledOut: Locator;
  readonly doing: Locator;
  readonly next: Locator;
  readonly questions: Locator;
  readonly ask: Locator;
  readonly network: Locator;

  constructor(readonly page: Page) {
    const section = (name: string) => page.getByRole('region', { name });
    this.known = section('What we know');
    this.ruledOut = section('What we ruled out');
    this.doing = section('What we are doing');
    this.next = section('When you hear next');
    this.questions = section('Questions');
    this.ask = this.questions.getByRole('textbox', { name: 'Ask' });
    this.network = page.getByRole('button', { name: /^Connection: / });
  }

  async open(incident: string): Promise<void> {
    await this.page.goto(`/incidents/${incident}/brief`);
    await this.isLive();
  }

  async isLive(): Promise<void> {
    await expect(this.network).toContainText('Live');
  }

  question(text: string): Locator {
    return this.questions.getByRole('listitem').filter({ hasText: text });
  }

  async askFor(text: string): Promise<void> {
    await this.ask.fill(text);
    await this.questions.getByRole('button', { name: 'Ask', exact: true }).click();
  }

  async copy(what: 'Copy as Markdown' | 'Copy as plain text'): Promise<string> {
    await this.page.getByRole('button', { name: 'Copy', exact: true }).click();
    await this.page.getByRole('menuitem', { name: what }).click();
    await expect(this.page.getByText(/^Brief copied as/)).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
