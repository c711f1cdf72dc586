import type { AllowedTargets } from './allowed-targets';
import { readTarget } from './check-target';

/** Says why an address is not called, as far as that shows before any name is looked up; null where it may be. */
export const whyNotCalledBy =
  (allowed: AllowedTargets) =>
  (url: string): string | null => {
    try {
      readTarget(url, allowed);
      return null;
    } catch (refused) {
      return refused instanceof Error ? refused.message : String(refused);
    }
  };
