import { expect, type Locator, type Page } from '@playwright/test';

/** The list of incidents, where one is declared. */
export class HomePage {
  readonly title: Locator;
  readonly running: Locator;

  constructor(readonly page: Page) {
    this.title = page.getByRole('textbox', { name: 'What is broken?' });
    this.running = page.getByRole('region', { name: 'Running now' });
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.page.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
  }

  /** Declares an incident with a title and Enter; answers its key once the room is there. */
  async declare(title: string): Promise<string> {
    await this.title.fill(title);
    await this.title.press('Enter');
    await this.page.waitForURL(/\/incidents\/INC-\d+/);
    return /INC-\d+/.exec(this.page.url())?.[0] ?? '';
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /, your menu$/ }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }
}
