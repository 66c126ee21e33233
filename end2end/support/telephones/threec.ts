import { HUNG, LAN } from '../people';
import type { Telephone } from './telephone';

export const threeC: Telephone = {
  name: '3C',
  agent: LAN,
  colleague: HUNG,
  prefix: '0911225',

  rings: (office, number, more = {}) => office.control.ring(number, { agent: LAN.seat, ...more }),
  hangsUp: (office, number) => office.control.hangUp(number),
  ringsAlthoughBusy: (office, number) => office.control.ring(number, { agent: LAN.seat, although_busy: true }),
  breaks: (office) => office.control.drop(LAN.seat),
  isQuiet: (office) => office.control.isQuiet(),

  // The colleague is asked first, and rung when they take it.
  async passesOn(card, colleague, about) {
    await card.transferTo(colleague.person.name);
    await colleague.dock.offer.getByRole('button', { name: 'Nhận cuộc gọi' }).click();
    return colleague.dock.card(about);
  },
};
