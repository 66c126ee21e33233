import { stringee } from './stringee';
import type { Telephone } from './telephone';
import { threeC } from './threec';

/** Every company. A further one is one more here. */
export const TELEPHONES: Telephone[] = [threeC, stringee];

export type { Telephone };
