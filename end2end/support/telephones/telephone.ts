import type { Member } from '../member';
import type { Office } from '../office';
import type { CallCard } from '../pages/call-card';
import type { Person } from '../people';

/** A telephone company in the sandbox, as the scenes of the contract need it. */
export interface Telephone {
  /** Its name, for the list of tests. */
  name: string;
  /** Who sits there. */
  agent: Person;
  colleague: Person;
  /** The first digits of its customers' numbers: three more make a number, and the last two decide how they behave. */
  prefix: string;

  /** A customer without a telephone calls, and rings at the agent; hangs up when nobody answers for so long. */
  rings(office: Office, number: string, more?: { patience_ms?: number }): Promise<void>;
  /** The customer hangs up. */
  hangsUp(office: Office, number: string): Promise<void>;
  /** A second customer rings while the agent talks; absent where the company never does that. */
  ringsAlthoughBusy?(office: Office, number: string): Promise<void>;
  /** Passes a call on; gives the colleague's card once it rings there. */
  passesOn(card: CallCard, colleague: Member, about: string): Promise<CallCard>;
  /** The connection of the agent's page breaks. */
  breaks(office: Office): Promise<void>;
  /** Waits until nothing is left of any call. */
  isQuiet(office: Office): Promise<void>;
}
