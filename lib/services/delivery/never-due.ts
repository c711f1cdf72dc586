/** Where `due_at` of what is over lies: out of the way of whoever looks for what is due. */
export const NEVER_DUE = '9999-12-31T00:00:00Z';
