/** One thing that can take the place of what was typed from `from` to the caret. */
export type Choice = { key: string; insert: string; title: string; detail: string; isName?: true };
