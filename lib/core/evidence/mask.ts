import { maskAssignments } from './mask-assignments';
import { maskPrivateKeys } from './mask-private-keys';

/** A text in which secrets were replaced by their type, and how many there were. */
export type Masked = { text: string; maskedCount: number };

type Rule = {
  type: string;
  /** A literal that is in every match: where it is missing the rule is not even tried. */
  hint: string;
  /** Its group, where it has one, stays; the rest of the match goes. Every repetition is bounded or cannot restart inside itself. */
  shape: RegExp;
};

// A token begins after no letter or digit, but for those of a colour code and of an escaped line break.
const AFTER_ESCAPE = String.raw`(?<=\u001b\[[\d;]{0,12}m|\\[nrt])`;
const WORD = `(?:(?<![A-Za-z0-9])|${AFTER_ESCAPE})`;
const NAME = String.raw`(?:(?<![\w-])|${AFTER_ESCAPE})`;

const rule = (type: string, hint: string, shape: string, flags = 'g'): Rule => ({ type, hint, shape: new RegExp(shape, flags) });

/** Tokens that say by their own shape what they are. */
const RULES: Rule[] = [
  rule('jwt', 'eyJ', String.raw`${NAME}eyJ[\w-]{8,8192}\.eyJ[\w-]{2,16384}\.[\w-]{0,8192}`),
  rule('aws key id', 'AKIA', `${WORD}AKIA[A-Z0-9]{16}(?![A-Za-z0-9])`),
  rule('aws key id', 'ASIA', `${WORD}ASIA[A-Z0-9]{16}(?![A-Za-z0-9])`),
  rule('github token', 'gh', `${WORD}gh[pousr]_[A-Za-z0-9]{30,255}`),
  rule('github token', 'github_pat_', String.raw`${WORD}github_pat_\w{22,255}`),
  rule('gitlab token', 'gl', String.raw`${WORD}gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat)-[\w.-]{20,300}`),
  rule('slack token', 'xox', `${WORD}xox[abeoprs]-[A-Za-z0-9-]{10,250}`),
  rule('slack token', 'xapp-', `${WORD}xapp-[A-Za-z0-9-]{10,250}`),
  rule('slack webhook', 'hooks.slack.com/', String.raw`(hooks\.slack\.com/(?:services|workflows)/)[A-Za-z0-9/_-]{20,200}`),
  rule('stripe key', 'k_', `${WORD}[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}`),
  rule('webhook secret', 'whsec_', `${WORD}whsec_[A-Za-z0-9+/=]{24,255}`),
  rule('google key', 'AIza', String.raw`${WORD}AIza[\w-]{35}(?![\w-])`),
  rule('google token', 'ya29.', String.raw`${WORD}ya29\.[\w-]{20,2048}`),
  rule('npm token', 'npm_', `${WORD}npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])`),
  rule('pypi token', 'pypi-', String.raw`${WORD}pypi-[\w-]{50,512}`),
  rule('api key', 'sk-', String.raw`${WORD}sk-(?:[a-z0-9]{2,12}-){1,3}[\w-]{20,255}`),
  rule('sendgrid key', 'SG.', String.raw`${WORD}SG\.[\w-]{16,64}\.[\w-]{16,64}`),
  rule('grafana token', 'gl', String.raw`${WORD}gl(?:sa|c)_[\w+/=]{32,300}`),
  rule('vault token', 'hv', String.raw`${WORD}hv[sbr]\.[\w-]{24,300}`),
  rule('digitalocean token', '_v1_', `${WORD}do[opr]_v1_[a-f0-9]{64}`),
  rule('warroom token', 'wr_', String.raw`${NAME}wr_[\w-]{20,128}`),
  rule(
    'password',
    '://',
    String.raw`(${WORD}[A-Za-z][A-Za-z0-9+.-]{1,30}://[^\s/?#@:"'<>\x60]{0,128}:)(?!\[masked|[*x]+@|[$%{<])[^\s/?#"'<>\x60]{1,256}(?=@)`,
  ),
  rule(
    'credentials',
    'uthorization',
    String.raw`(authorization["'\\]{0,2}\s{0,2}[:=]\s{0,2}["'\\]{0,2}(?:basic|bearer|token|negotiate|apikey)\s{1,4})[\w.~+/=-]{6,8192}`,
    'gi',
  ),
  rule(
    'credentials',
    'UTHORIZATION',
    String.raw`(authorization["'\\]{0,2}\s{0,2}[:=]\s{0,2}["'\\]{0,2}(?:basic|bearer|token|negotiate|apikey)\s{1,4})[\w.~+/=-]{6,8192}`,
    'gi',
  ),
  rule('credentials', 'earer ', String.raw`(${WORD}bearer\s)(?=[\w.~+/-]{0,64}\d)[\w.~+/-]{20,8192}=*`, 'gi'),
  rule(
    'password',
    'curl',
    String.raw`(\bcurl\b[^\n]{0,200}?\s(?:-u|--user)[ =]["']?[^\s:"'$]{1,64}:)(?!\[masked|[$<*])[^\s"']{1,128}`,
  ),
  rule('password', 'requirepass', String.raw`(\brequirepass["']?[ \t]{1,8}["']?)(?![$<*[])[^\s"']{1,256}`),
  rule('password', 'masterauth', String.raw`(\bmasterauth["']?[ \t]{1,8}["']?)(?![$<*[])[^\s"']{1,256}`),
];

/** What stands where a secret stood. */
const tombstone = (type: string): string => `[masked: ${type}]`;

function maskShapes(text: string): Masked {
  let maskedCount = 0;
  let masked = text;
  for (const { type, hint, shape } of RULES) {
    if (!masked.includes(hint)) continue;
    masked = masked.replace(shape, (_match, kept: unknown) => {
      maskedCount += 1;
      return `${typeof kept === 'string' ? kept : ''}${tombstone(type)}`;
    });
  }
  return { text: masked, maskedCount };
}

/**
 * Replaces what is certainly a secret (keys, tokens, passwords in addresses and assignments) by its type, before a text
 * is stored. Conservative: an identifier, a hash or a number stays readable. Time grows with the length only, whatever
 * the text is.
 */
export function maskSecrets(text: string): Masked {
  const keys = maskPrivateKeys(text);
  const shapes = maskShapes(keys.text);
  const assignments = maskAssignments(shapes.text);
  return { text: assignments.text, maskedCount: keys.maskedCount + shapes.maskedCount + assignments.maskedCount };
}
