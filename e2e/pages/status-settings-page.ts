import { expect, type Locator, type Page } from '@playwright/test';

type Screen = 'components' | 'maintenance' | 'notices' | 'page' | 'imports' | 'publishing';

/** The screens under Settings by which the status page is kept. */
export class StatusSettingsPage {
  constructor(readonly page: Page) {}

  async open(screen: Screen, title: string): Promise<void> {
    await this.page.goto(`/settings/status/${screen}`);
    await expect(this.page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    // What is pressed before React has taken over is lost.
    await this.page.waitForFunction(() =>
      Object.keys(document.querySelector('h1') ?? {}).some((name) => name.startsWith('__react')),
    );
  }

  group(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  row(name: string): Locator {
    return this.page.locator(`[data-component="${name}"]`);
  }

  handle(name: string): Locator {
    return this.page.getByRole('button', { name: `Move ${name}`, exact: true });
  }

  async expectOrder(group: string, names: string[]): Promise<void> {
    const shown = () =>
      this.group(group)
        .locator('[data-component]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-component')));
    await expect.poll(shown).toEqual(names);
  }

  async add(names: string[]): Promise<void> {
    for (const name of names) {
      await this.page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
      await this.page.keyboard.press('Enter');
      await expect(this.row(name)).toBeVisible();
    }
    await this.page.keyboard.press('Escape');
  }

  async choose(menu: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: menu }).click();
    await this.page
      .getByRole('menuitem', { name: item, exact: true })
      .or(this.page.getByRole('menuitemradio', { name: item, exact: true }))
      .click();
  }
}
