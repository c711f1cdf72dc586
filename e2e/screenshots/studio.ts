import { statSync } from 'node:fs';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import sharp from 'sharp';
import { appRoot } from '@/lib/app-root';
import { findChromium } from '@/lib/checks/find-chromium';
import { SignInPage } from '../pages/sign-in-page';

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

const FOLDER = path.join(appRoot, 'docs', 'images');
const MOST_BYTES = 200_000;

export type Theme = 'light' | 'dark';
type View = { theme?: Theme; size?: typeof DESK };

/** A browser that pictures are taken in. */
export type Studio = {
  /** A page of a stranger. */
  open: (view?: View) => Promise<Page>;
  /** A page of somebody who signed in. */
  openAs: (who: string, view?: View) => Promise<Page>;
  close: () => Promise<void>;
};

type Place = { url: string; password: string };

/** Opens the studio in front of a running Warroom that holds the demo. */
export async function openStudio({ url, password }: Place): Promise<Studio> {
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] });
  const contexts: BrowserContext[] = [];
  async function open({ theme = 'light', size = DESK }: View = {}): Promise<Page> {
    const isPhone = size.width < 600;
    const looks = { viewport: size, colorScheme: theme, hasTouch: isPhone, isMobile: isPhone };
    const context = await browser.newContext({ baseURL: url, locale: 'en-GB', timezoneId: 'UTC', ...looks });
    contexts.push(context);
    return context.newPage();
  }
  return {
    open,
    async openAs(who, view) {
      const page = await open(view);
      await page.goto('/sign-in');
      await new SignInPage(page).signIn(`${who}@demo.example`, password);
      await page.getByRole('heading', { name: 'Incidents', level: 1 }).waitFor();
      return page;
    },
    close: () => browser.close(),
  };
}

/** Takes the picture once nothing moves any more, with as few colours as show no difference. Throws where it is too heavy. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({ animations: 'disabled' });
  const file = path.join(FOLDER, `${name}.png`);
  await sharp(picture).png({ palette: true, quality: 100, effort: 10, dither: 0, compressionLevel: 9 }).toFile(file);
  const { size } = statSync(file);
  if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes; pictures here have at most ${MOST_BYTES}.`);
  process.stdout.write(`${path.relative(appRoot, file)} ${Math.round(size / 1000)} kB\n`);
}
