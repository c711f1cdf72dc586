import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

// What the schema library says where nobody wrote a sentence.
const UNSPOKEN = 'Invalid input';

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const isMissing = (issue: Issue) => issue.code === 'invalid_type' && 'input' in issue && issue.input === undefined;

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'invalid_format':
      return `must be a valid ${issue.format}`;
    default:
      return 'makes no sense here';
  }
}

/** A sentence for what is wrong with one field of an input. */
export function issueWords(issue: Issue): string {
  if (issue.message !== UNSPOKEN) return issue.message;
  const field = issue.path.length > 0 ? issue.path.map(String).join('.') : 'The input';
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => key.slice(0, 60)).join(', ');
    return `There is no field ${keys} here. Leave it out.`;
  }
  return isMissing(issue) ? `${field} is missing.` : `${field} ${expectation(issue)}.`;
}
