/** The password of everybody in the demonstration. */
export const PASSWORD = 'alo-demo-2026';

/** Who works here: an agent, ... */
export const LAN = { email: 'lan@alo.demo', name: 'Nguyễn Thị Lan', seat: '5001' };
/** ... her colleagues, ... */
export const HUNG = { email: 'hung@alo.demo', name: 'Phạm Văn Hùng', seat: '5002' };
/** ... two who sit at the other telephone company, ... */
export const HA = { email: 'ha@alo.demo', name: 'Lê Thu Hà', seat: 'agent_ha' };
export const MINH = { email: 'minh@alo.demo', name: 'Đỗ Quang Minh', seat: 'agent_minh' };
/** ... the manager, ... */
export const QUAN = { email: 'quan@alo.demo', name: 'Trần Minh Quân', seat: '5000' };
/** ... and the administrator. */
export const ADMIN = { email: 'admin@alo.demo', name: 'Quản trị viên' };
