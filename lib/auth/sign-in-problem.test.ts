import { describe, expect, it } from 'vitest';
import { signInProblem } from './sign-in-problem';

describe('what the sign-in page says', () => {
  it.each([
    ['CredentialsSignin', 'is not right'],
    ['too_many.450', 'Wait 8 minutes'],
    ['too_many.60', 'Wait 1 minute,'],
    ['disabled', 'switched off'],
    ['OAuthCallback', 'identity provider'],
    ['constructor', 'did not work'],
    ['Your account was hacked, call +1 555', 'did not work'],
  ])('of %s: ... %s ...', (error, words) => {
    expect(signInProblem(error)).toContain(words);
    expect(signInProblem(error)).not.toContain('hacked');
  });
});
