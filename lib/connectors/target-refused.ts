/** An address that outgoing calls do not go to. Trying again is no use; the message says what would be. */
export class TargetRefused extends Error {
  override readonly name = 'TargetRefused';
}
