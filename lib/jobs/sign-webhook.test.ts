import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedHeaders } from './sign-webhook';

describe('a signed message', () => {
  it('is the example of the Standard Webhooks specification', () => {
    const headers = signedHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1614265330 * 1000), body: '{"test": 2432232314}' },
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('takes a secret in plain words as it is', () => {
    const { 'webhook-signature': signature } = signedHeaders({ id: 'a', at: new Date(0), body: '{}' }, 'plain words');
    expect(signature).toBe(`v1,${createHmac('sha256', 'plain words').update('a.0.{}').digest('base64')}`);
  });
});
