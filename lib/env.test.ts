import { describe, expect, test } from 'vitest';
import { readEnvironment } from './env';

describe('the environment', () => {
  test('has a default for everything', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      publicUrl: 'http://localhost:3000',
      allowedOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'],
      oidc: null,
      webhook: null,
      logLevel: 'info',
    });
  });

  test('takes an empty variable for one that is not set', () => {
    expect(readEnvironment({ PORT: '', WARROOM_URL: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  test('lets in only the public address once it is given', () => {
    const { publicUrl, allowedOrigins } = readEnvironment({ WARROOM_URL: 'https://war.example/', PORT: '8080' });
    expect([publicUrl, allowedOrigins]).toEqual(['https://war.example', ['https://war.example']]);
  });

  test.each([
    [{ PORT: 'http' }, 'PORT is not a port. Give a number between 1 and 65535.'],
    [{ PORT: '70000' }, 'PORT is not a port. Give a number between 1 and 65535.'],
    [{ WARROOM_URL: 'warroom.example' }, 'WARROOM_URL is not a web address. Write it as https://warroom.example.com'],
    [{ WARROOM_URL: 'https://a.example/war' }, /^WARROOM_URL has a path\./],
    [{ WARROOM_SECRET: 'short' }, /^WARROOM_SECRET is too short\./],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL is not an address of Redis. Write it as redis://host:6379'],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is not a level\. Choose one of/],
    [{ WARROOM_OIDC_ISSUER: 'https://login.example' }, /belong together\. Set all three, or none\.$/],
  ])('%j is refused in one sentence', (source, message) => {
    expect(() => readEnvironment(source)).toThrow(message);
  });
});
