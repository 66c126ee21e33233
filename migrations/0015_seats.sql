-- Two providers: a member's seat is at one of them, and each provider has its own names for seats.

alter table staff add column provider text collate "binary" not null default 'threec';
-- A column that is unique by itself cannot lose that everywhere: its values move to a new one.
alter table staff rename column seat to seat_before;
alter table staff add column seat text collate "binary";
update staff set seat = seat_before, seat_before = null;
create unique index staff_by_seat on staff (provider, seat);
