-- A recording that was told of may not be ready yet; and it may be copied here before the provider forgets it.

-- How often it was asked for, and when it is asked for next; null for never again.
alter table recordings add column attempts bigint not null default 0;
alter table recordings add column not_before bigint;
-- How many bytes of it are here; null for none.
alter table recordings add column copied_bytes bigint;
create index recordings_due on recordings (not_before) where not_before is not null;

-- Our own copies, in pieces.
create table recording_copies (
    call_id text collate "binary" not null references calls (id),
    -- From 0; each but the last is of the same length.
    piece bigint not null,
    -- In base64.
    body text not null,
    primary key (call_id, piece)
);
