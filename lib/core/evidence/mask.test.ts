import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../incident/testing/random';
import { maskSecrets } from './mask';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
const recorded: { samples: Record<string, string>; secrets: Record<string, string>; readable: string[] } = JSON.parse(
  Buffer.from(fixture('secrets.json.b64'), 'base64').toString('utf8'),
);

describe('secrets that real tools printed', () => {
  const everything = Object.values(recorded.samples).join('\n');

  it.each(Object.entries(recorded.secrets))('masks every %s', (_name, secret) => {
    expect(everything).toContain(secret);
    expect(maskSecrets(everything).text).not.toContain(secret);
  });

  it.each(recorded.readable)('leaves %s readable', (text) => {
    expect(everything).toContain(text);
    expect(maskSecrets(everything).text).toContain(text);
  });

  it('masks a basic authorization, which holds the password in another alphabet', () => {
    expect(maskSecrets(recorded.samples['curl-v-basic-url']!).text).toContain('Authorization: Basic [masked: credentials]');
  });

  it('changes nothing the second time', () => {
    const once = maskSecrets(everything);
    expect(once.maskedCount).toBeGreaterThan(20);
    expect(maskSecrets(once.text)).toEqual({ text: once.text, maskedCount: 0 });
  });
});

it('masks nothing in lines that hold no secret', () => {
  const lines = fixture('clean-lines.txt').split('\n');
  expect(lines.length).toBeGreaterThan(400);
  expect(lines.filter((line) => maskSecrets(line).maskedCount > 0)).toEqual([]);
});

it.each([
  'password authentication failed for user "shop"',
  'FATAL: password: authentication failed',
  'Unexpected token: } in JSON at position 4',
  'max_tokens=4096 tokens=12 token_count: 9',
  'next_token=eyJvZmZzZXQiOjEwfQ1234567890abcdef',
  'const token = await readToken(request)',
  'password = getPassword()',
  'password=$DB_PASSWORD',
  'password=${DB_PASSWORD} and token: <your token>',
  'password=********',
  'OLDPWD=/var/lib/postgresql PWD=/root',
  'PASSWORD_FILE=/run/secrets/db SECRET=/run/secrets/db',
  'secret: null, token: true',
  'postgres://shop@db.internal:5432/shop and http://localhost:8080/path@2',
  'redis://:****@redis:6379',
  'primary_key=orders:12345678 cache_key: hist:v1:77',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'commit 41c5750629081dc079d5134402abf4d5f193900e',
  '0b6f9c1e-5a43-7000-8000-000000000001',
  '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----',
  'Bearer of bad news: everything is down',
])('leaves %j alone', (text) => {
  expect(maskSecrets(text)).toEqual({ text, maskedCount: 0 });
});

describe('planted secrets', () => {
  const random = randomOf(15);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const word = (length: number, from = letters) => Array.from({ length }, () => random.pick([...from])).join('');
  // Every secret has a digit and a letter, as generated ones do.
  const mixed = (length: number) => `a1${word(length - 2)}`;

  const tokens: Record<string, () => string> = {
    'aws key id': () => `AKIA${word(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
    'github token': () => `ghp_${word(36)}`,
    'github fine-grained token': () => `github_pat_${word(22)}_${word(59)}`,
    'gitlab token': () => `glpat-${word(20)}`,
    'slack token': () => `xoxb-${word(12, '0123456789')}-${word(12, '0123456789')}-${word(24)}`,
    'stripe key': () => `sk_live_${word(24)}`,
    jwt: () => `eyJ${word(30)}.eyJ${word(60)}.${word(43)}`,
    'npm token': () => `npm_${word(36)}`,
    'google key': () => `AIza${word(35)}`,
    'warroom token': () => `wr_${word(43)}`,
  };
  const around = [
    (secret: string) => secret,
    (secret: string) => `export TOKEN=${secret}`,
    (secret: string) => `{"token":"${secret}","ok":true}`,
    (secret: string) => `{\\"token\\":\\"${secret}\\"}`,
    (secret: string) => `curl -H "Authorization: Bearer ${secret}" https://api.example/`,
    (secret: string) => `curl -H 'x-api-key: ${secret}' https://api.example/`,
    (secret: string) => `GET /login?token=${secret}&user=7 HTTP/1.1`,
    (secret: string) => `2026-11-23T16:05:00Z ERROR bad token ${secret}, giving up`,
    (secret: string) => `- name: x\n  value: ${secret}\n`,
    (secret: string) => `+${secret}`,
    (secret: string) => `{"msg":"first\\n${secret}\\nlast"}`,
    (secret: string) => `\u001b[31m${secret}\u001b[0m`,
  ];
  const named = [
    () => ['DB_PASSWORD=', mixed(12), ''],
    () => ['PGPASSWORD=', mixed(9), ' psql -h db'],
    () => ["PGPASSWORD='", mixed(9), "' psql -h db"],
    () => ['CLIENT_SECRET=', mixed(32), ''],
    () => ['SESSION_TOKEN=', mixed(32), ''],
    () => ['aws_secret_access_key = ', `a1/${word(18)}+${word(18)}`, ''],
    () => ['"SecretAccessKey": "', `a1/${word(18)}+${word(18)}`, '"'],
    () => ['{"password":"', `${mixed(8)} ${word(4)}`, '"}'],
    () => ['password: ', mixed(14), ''],
    () => ['--password=', mixed(10), ' --host db'],
    () => ['postgres://shop:', mixed(16), '@db.internal:5432/shop'],
    () =>
      ['amqps://', `u:${mixed(5)}@${word(5)}`, '@mq:5671/'].map((part, index) =>
        index === 1 ? part.slice(2) : index === 0 ? 'amqps://u:' : part,
      ),
    () => ['Authorization: Basic ', Buffer.from(`deploy:${mixed(12)}`).toString('base64'), ''],
    () => ['authorization: bearer ', mixed(40), ''],
    () => ['curl -u deploy:', mixed(14), ' http://127.0.0.1/'],
    () => ['requirepass ', mixed(20), ''],
    () => ['api_key: ', word(40, '0123456789abcdef') + 'a1', ''],
    () => ['clientSecret=', mixed(24), '&grant=x'],
    () => ['https://hooks.slack.com/services/', `T${word(8)}/B${word(8)}/${word(24)}`, ''],
  ];

  const planted = [
    ...Object.entries(tokens).flatMap(([type, make]) =>
      around.flatMap((place) => [make(), make()].map((secret) => [type, place(secret), secret])),
    ),
    ...named.flatMap((make) =>
      [1, 2, 3, 4, 5, 6].map(() => make()).map(([before, secret, after]) => [before, `${before}${secret}${after}`, secret]),
    ),
  ] as [string, string, string][];

  it('masks each of more than 300', () => {
    expect(planted.length).toBeGreaterThan(300);
    const missed = planted.filter(([, text, secret]) => maskSecrets(text).text.includes(secret));
    expect(missed).toEqual([]);
  });

  it('says what was there', () => {
    expect(maskSecrets(`GITHUB_TOKEN=${tokens['github token']!()}`).text).toBe('GITHUB_TOKEN=[masked: github token]');
    expect(maskSecrets('PGPASSWORD=hunter22 psql').text).toBe('PGPASSWORD=[masked: password] psql');
    expect(maskSecrets('https://x/?token=abc12345678&page=2').text).toBe('https://x/?token=[masked: token]&page=2');
  });
});

describe('private keys', () => {
  const key = (lines: number) => `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\n'.repeat(lines)}`;
  it.each([
    ['a whole one', `${key(20)}-----END RSA PRIVATE KEY-----\nafter`, '[masked: private key]\nafter'],
    [
      'one in JSON',
      `{"key":"${key(3).replaceAll('\n', '\\n')}-----END RSA PRIVATE KEY-----\\n"}`,
      '{"key":"[masked: private key]\\n"}',
    ],
    ['one that was cut off', key(3), '[masked: private key]'],
    [
      'two',
      `${key(2)}-----END RSA PRIVATE KEY-----\n${key(2)}-----END RSA PRIVATE KEY-----`,
      '[masked: private key]\n[masked: private key]',
    ],
  ])('masks %s', (_title, text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });
});

it('takes time that grows with the length only, whatever the text is', () => {
  const million = (unit: string) => unit.repeat(Math.ceil(1e6 / unit.length));
  const evil = [
    'a',
    'eyJ',
    'eyJaaaaaaaaa.',
    '-----BEGIN PRIVATE KEY-----',
    'http://a:',
    'a://b:c',
    'password=',
    'password="',
    'sk-aa-',
    'curl -u a:',
    'token:     ',
    'bearer ',
    'ghp_',
    'next_',
    '_',
    'a+',
    '-',
    ':',
    '"',
    ' ',
    'b@',
    'authorization: basic ',
    `password${' '.repeat(9)}`,
    '\\"',
  ];
  for (const unit of evil) {
    const started = performance.now();
    maskSecrets(million(unit));
    expect.soft(performance.now() - started, unit).toBeLessThan(2000);
  }
});
