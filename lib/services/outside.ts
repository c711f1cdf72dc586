/** What verbs need to know of the world outside, to which jobs carry what they queue. */
export type Outside = {
  /** The address of this Warroom, for links. */
  publicUrl: string;
  /** Whether there is a mail server. */
  hasMail: boolean;
  /** Why a web address is not one that is called; null where it is. */
  whyNotCalled: (url: string) => string | null;
  /** Called after messages were queued. Must not throw. */
  queued: () => void;
};

/** For programs that send nothing. */
export const NOTHING_OUTSIDE: Outside = {
  publicUrl: 'http://localhost:3000',
  hasMail: false,
  whyNotCalled: () => 'Nothing is called from here.',
  queued: () => undefined,
};
