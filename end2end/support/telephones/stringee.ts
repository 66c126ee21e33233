import { ContactCentre } from '../contact-centre';
import type { Office } from '../office';
import { HA, MINH } from '../people';
import type { Telephone } from './telephone';

const centre = (office: Office) => new ContactCentre(office.server.url);

export const stringee: Telephone = {
  name: 'Stringee',
  agent: HA,
  colleague: MINH,
  prefix: '0911226',

  async rings(office, number, more = {}) {
    await centre(office).isFree(HA.seat);
    await centre(office).ring(number, more);
  },
  hangsUp: (office, number) => centre(office).hangUp(number),
  breaks: (office) => centre(office).drop(HA.seat),
  isQuiet: (office) => centre(office).isQuiet(),

  // It rings at the colleague at once.
  async passesOn(card, colleague, about) {
    await card.transferTo(colleague.person.name);
    return colleague.dock.card(about);
  },
};
