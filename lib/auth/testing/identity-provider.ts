import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string };

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An OpenID Connect provider that vouches for whoever it is told to. */
export async function identityProvider(client: { id: string }) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let claims: Claims = { sub: 'nobody' };
  let nonce = '';
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const answer = answers[url.pathname];
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer ? answer(url) : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function idToken(): string {
    const nowS = Math.floor(Date.now() / 1000);
    const payload = { iss: issuer, aud: client.id, iat: nowS, exp: nowS + 300, nonce, ...claims };
    const signed = `${encoded({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encoded(payload)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  }

  const answers: Record<string, (url: URL) => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
    }),
    '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
    '/token': () => ({ access_token: 'unused', token_type: 'Bearer', id_token: idToken() }),
  };

  return {
    issuer,
    /** What the person's browser does there: agrees, and comes back with a code. */
    agree(authorizeUrl: string, who: Claims): string {
      const asked = new URL(authorizeUrl).searchParams;
      claims = who;
      nonce = asked.get('nonce') ?? '';
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'a code');
      back.searchParams.set('state', asked.get('state') ?? '');
      return back.href;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
