import type { Audience } from '@/lib/core/incident/state';

export const AUDIENCE_WORD: Record<Audience, string> = { team: 'Team', stakeholders: 'Stakeholders', public: 'Public' };

/** `the next update to stakeholders` */
export const AUDIENCE_IN_TEXT: Record<Audience, string> = {
  team: 'the team',
  stakeholders: 'stakeholders',
  public: 'the public',
};
