/** Somebody who can sign in to the demonstration. */
export interface Person {
  email: string;
  name: string;
  /** Their seat at the telephone company. */
  seat?: string;
}

/** The password of everybody in the demonstration. */
export const PASSWORD = 'alo-demo-2026';

/** Who works here. */
export const LAN: Person = { email: 'lan@alo.demo', name: 'Nguyễn Thị Lan', seat: '5001' };
export const HUNG: Person = { email: 'hung@alo.demo', name: 'Phạm Văn Hùng', seat: '5002' };
export const HA: Person = { email: 'ha@alo.demo', name: 'Lê Thu Hà', seat: '5003' };
/** The manager. */
export const QUAN: Person = { email: 'quan@alo.demo', name: 'Trần Minh Quân', seat: '5000' };
/** The administrator. */
export const ADMIN: Person = { email: 'admin@alo.demo', name: 'Quản trị viên' };
