import './globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Toaster } from '@/components/shell/later';
import { StartBehind } from '@/components/shell/start-behind';
import { ThemeProvider } from '@/components/shell/theme-provider';
import { fontVariables } from './fonts';

export const metadata: Metadata = {
  title: { default: 'Warroom', template: '%s · Warroom' },
  description: 'Debug an outage together, live.',
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#11141a' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1];
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={nonce}>
          {children}
          <Toaster />
          <StartBehind />
        </ThemeProvider>
      </body>
    </html>
  );
}
