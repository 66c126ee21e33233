export { ADMIN, HA, HUNG, LAN, MINH, PASSWORD, QUAN } from './demonstration.mjs';

/** Somebody who can sign in to the demonstration. */
export interface Person {
  email: string;
  name: string;
  /** Their seat at the telephone company. */
  seat?: string;
}
