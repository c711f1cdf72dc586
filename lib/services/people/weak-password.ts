import { ServiceError } from '../errors';

// The head of public lists of leaked passwords, as far as 12 characters and more go.
const LEAKED = new Set(
  `123456789012 1234567890123 123456789123 123123123123 1234567891011 012345678910 qwertyuiop12 qwertyuiop123
qwertyuiopasdf qwertyuiopasdfghjkl qwerty123456 qwerty1234567 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u
q1w2e3r4t5y6 zaq12wsxcde3 zxcvbnm12345 asdfghjkl123 password1234 password12345 password123456 passwordpassword
mypassword123 p@ssw0rd1234 passw0rd1234 admin1234567 administrator administrator1 administrator123 adminadmin12
adminadminadmin letmeinletmein letmein12345 welcome12345 welcome123456 iloveyou1234 iloveyouiloveyou iloveyou12345
changeme1234 changemechangeme changeme12345 abcdefghijkl abcdefghijklm abcd12345678 abc123abc123 a1b2c3d4e5f6
trustno1trustno1 superman1234 football1234 baseball1234 princess1234 sunshine1234 monkey123456 dragon123456
correcthorsebatterystaple warroomwarroom warroom12345 warroom123456 secretsecret secret123456 rootrootroot
toortoortoor testtesttest test12345678 testtest1234 guestguestguest`.split(/\s+/),
);

function stepBetween(letter: string, next: string): number {
  if (letter === '9' && next === '0') return 1;
  if (letter === '0' && next === '9') return -1;
  return (next.codePointAt(0) ?? 0) - (letter.codePointAt(0) ?? 0);
}

function isOneStep(text: string): boolean {
  const letters = [...text];
  const steps = new Set(letters.slice(1).map((next, index) => stepBetween(letters[index] ?? '', next)));
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step));
}

/** Refuses passwords that are tried first: leaked ones, aaaa, 1234, and one's own name or address. ServiceError `invalid`. */
export function mustNotBeWeak(password: string, { name, email }: { name: string; email: string }): void {
  const plain = password.toLowerCase();
  const own = [name, email, email.split('@')[0] ?? ''].map((text) => text.toLowerCase().replaceAll(/\s/g, ''));
  const isOwn = own.some((text) => text.length > 3 && plain.replaceAll(text, '').length < 5);
  if (!LEAKED.has(plain) && !isOneStep(plain) && !isOwn) return;
  const message = 'This password is among the first that are tried. Choose another one; a few unrelated words do well.';
  throw new ServiceError('invalid', message, { issues: [{ path: 'password', message }] });
}
