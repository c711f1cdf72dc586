import type { Page } from '@playwright/test';

type Account = { name: string; email?: string; password: string };

/** The page behind a set-up link or an invitation, where an account is made. */
export class AccountPage {
  constructor(readonly page: Page) {}

  async make(submit: 'Make my account' | 'Join Warroom', { name, email, password }: Account): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(name);
    if (email !== undefined) await this.page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await this.page.getByRole('button', { name: submit }).click();
  }
}
