const NAMES = [
  'password',
  'passwd',
  'passphrase',
  'pwd',
  '_pass',
  'secret',
  'token',
  'api[_-]?key',
  'access[_-]?key',
  'secret[_-]?key(?:[_-]?base)?',
  'private[_-]?key',
  'account[_-]?key',
  'auth[_-]?key',
  'encryption[_-]?key',
].join('|');

// name, an optional closing quote, a separator, then a quoted or a bare value. A JSON text inside a JSON text has \" for ".
const ASSIGNMENT = new RegExp(
  String.raw`(${NAMES})(\d{0,2}\\?["']?)([ \t]{0,8}(?:=>|:=|=|:)[ \t]{0,8})(?:(\\?["'])([^"'\\\n]{1,512})(?=\4)|([^\s"'\\\x60]{1,512}))`,
  'gi',
);
const HINT = new RegExp(`(?:${NAMES})`, 'i');

/** Names that end like a secret's and hold a place in a list, a lock or a count. */
const HARMLESS = /(?:next|page|continu(?:e|ation)|resume|fencing|sync|partition|cancel(?:lation)?|max|min|per|num)[_-]?$/i;
const PLACEHOLDER =
  /^(?:[*x.•-]+|<.*|\$(?:\w+$|[{(].*)|%.*|\{.*\}?|\[.*|:\w+|\?|\(.*|null|nil|none|undefined|true|false|yes|no|on|off|unset|empty|redacted|hidden|masked|required|optional|missing|invalid|incorrect|string|text|str|bytes|\w*(?:file|path))$/i;
const CALL = /^[\w.$]+[([]/;
const PATH = /^(?:~|\.{1,2})?\/[\w.-]+(?:\/[\w.-]+)*\/?$/;
const NUMBER = /^[\d.,:+-]+$/;
const ENVIRONMENT_NAME = /^[A-Z][A-Z0-9_]*$/;

type Found = { name: string; separator: string; isQuoted: boolean; value: string };

const isMixed = (value: string) => /\d/.test(value) && /[A-Za-z]/.test(value);

function isPassword({ separator, isQuoted, value }: Found): boolean {
  if (isQuoted) return value.length >= 4;
  if (separator === '=') return value.length >= 3;
  return value.length >= 6 && isMixed(value);
}

function isToken({ name, separator, value }: Found): boolean {
  if (value.length < 8 || NUMBER.test(value) || /^\w+:\/\//.test(value)) return false;
  return (ENVIRONMENT_NAME.test(name) && separator === '=') || isMixed(value);
}

function isSecret(found: Found): boolean {
  const { value, isQuoted } = found;
  if (PLACEHOLDER.test(value) || PATH.test(value)) return false;
  if (!isQuoted && CALL.test(value)) return false;
  return /pass|pwd/i.test(found.name) ? isPassword(found) : isToken(found);
}

function typeOf(prefix: string, name: string): string {
  if (/pass|pwd/i.test(name)) return 'password';
  if (/token/i.test(name)) return 'token';
  if (/secret[_-]?$/i.test(prefix) && /access/i.test(name)) return 'aws secret key';
  return /key/i.test(name) ? 'api key' : 'secret';
}

/** A bare value ends with the query parameter, the list item or the sentence it stands in; in an environment with the word. */
function bareEnd(value: string, isEnvironment: boolean): string {
  if (isEnvironment) return value;
  const [first = ''] = value.split(/[,;&<>|)}\]]/, 1);
  return first.replace(/[.:!]+$/, '');
}

/** Replaces the values of names such as `password`, `PGPASSWORD`, `..._SECRET`, `..._TOKEN`, `apiKey`. */
export function maskAssignments(text: string): { text: string; maskedCount: number } {
  if (!HINT.test(text)) return { text, maskedCount: 0 };
  let maskedCount = 0;
  const masked = text.replace(ASSIGNMENT, (...match) => {
    const [whole, word, closing, separator, quote, quoted, bare] = match as string[];
    const offset = match.at(-2) as number;
    const prefix = /[\w.-]{0,40}$/.exec(text.slice(Math.max(0, offset - 40), offset))?.[0] ?? '';
    const name = `${prefix.replace(/^.*[.-]/, '')}${word}`;
    const isQuoted = quoted !== undefined;
    const value = quoted ?? bareEnd(bare ?? '', ENVIRONMENT_NAME.test(name) && separator === '=');
    const found = { name, separator: separator ?? '', isQuoted, value };
    if (value === '' || HARMLESS.test(prefix) || !isSecret(found)) return whole ?? '';
    maskedCount += 1;
    const rest = isQuoted ? '' : (bare ?? '').slice(value.length);
    return `${word}${closing}${separator}${quote ?? ''}[masked: ${typeOf(prefix, word ?? '')}]${rest}`;
  });
  return { text: masked, maskedCount };
}
