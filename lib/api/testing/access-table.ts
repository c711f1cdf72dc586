import { ACTOR_KINDS, type ActorKind, type Visibility } from './access-actors';

/** What an actor gets: let in, not signed in, not allowed, not there as far as they know, somebody else's already. */
const OUTCOMES = { o: 'ok', '1': 401, '3': 403, '4': 404, '9': 409 } as const;
type Letter = keyof typeof OUTCOMES;
export type Outcome = (typeof OUTCOMES)[Letter];

type Row = Record<Visibility, string>;
const everywhere = (letters: string): Row => ({ public: letters, private: letters });

/**
 * Who may do what. Columns, in the order of `ACTOR_KINDS`: nobody, disabled, revoked and expired sessions, expired and
 * revoked tokens | viewer, viewer let in | outsider, withdrawn | let in, responder | observer | deputy, commander | admin |
 * read and write token of the commander, write token of an outsider | read token of an admin.
 */
const ROWS = {
  anyone: everywhere('oooooo oo oo oo o oo o ooo o'),
  'set up already': everywhere('999999 99 99 99 9 99 9 999 9'),

  // About people: visibility of incidents plays no part.
  'signed in': everywhere('111111 oo oo oo o oo o ooo o'),
  'own account': everywhere('111111 oo oo oo o oo o 3oo 3'),
  "somebody else's": everywhere('111111 44 44 44 4 44 o 444 3'),
  "another's browser": everywhere('111111 44 44 44 4 44 4 444 4'),
  'admin reads': everywhere('111111 33 33 33 3 33 o 333 o'),
  'admin writes': everywhere('111111 33 33 33 3 33 o 333 3'),
  declare: everywhere('111111 33 oo oo o oo o 3oo 3'),
  'responders read': everywhere('111111 33 oo oo o oo o ooo o'),
  'responders write': everywhere('111111 33 oo oo o oo o 3oo 3'),

  // About one incident.
  see: { public: '111111 oo oo oo o oo o ooo o', private: '111111 4o 44 oo o oo o oo4 o' },
  work: { public: '111111 33 oo oo 3 oo o 3oo 3', private: '111111 43 44 oo 3 oo o 3o4 3' },
  lead: { public: '111111 33 33 33 3 oo 3 3o3 3', private: '111111 43 44 33 3 oo 3 3o4 3' },
  "another's words": { public: '111111 33 33 33 3 oo o 3o3 3', private: '111111 43 44 33 3 oo o 3o4 3' },
  ask: { public: '111111 oo oo oo o oo o 3oo 3', private: '111111 4o 44 oo o oo o 3o4 3' },
  'go off shift': { public: '111111 33 oo oo 9 o9 o 39o 3', private: '111111 43 44 oo 9 o9 o 394 3' },
  'hand over': { public: '111111 33 33 33 3 3o 3 3o3 3', private: '111111 43 44 33 3 3o 3 3o4 3' },
  'take command': { public: '111111 33 oo oo 3 o9 o 39o 3', private: '111111 43 44 oo 3 o9 o 394 3' },
  'accept an offer to another': { public: '111111 33 33 33 3 33 3 333 3', private: '111111 43 44 33 3 33 3 334 3' },
} satisfies Record<string, Row>;
export type RowName = keyof typeof ROWS;

/** The declared expectation of one cell. */
export function expected(row: RowName, kind: ActorKind, visibility: Visibility): Outcome {
  const letter = ROWS[row][visibility].replaceAll(' ', '')[ACTOR_KINDS.indexOf(kind)];
  if (letter === undefined || !(letter in OUTCOMES)) throw new RangeError(`The row ${row} says nothing of ${kind}.`);
  return OUTCOMES[letter as Letter];
}
