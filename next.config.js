import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
const config = {
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  poweredByHeader: false,
  reactStrictMode: true,
  // Resizes whatever address it is given; there is nothing here to resize.
  images: { unoptimized: true },
  // `npm run verify` checks the types; whoever starts Warroom need not wait for it.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ['localhost', '127.0.0.1'],
  devIndicators: false,
};

export default config;
