-- The file of an import that is not brought in yet, as it came: read anew when the guess how it is written was wrong.

create table import_files (
    import_id text collate "binary" not null references imports (id),
    -- From 0; each but the last is of the same length.
    piece bigint not null,
    -- In base64.
    body text not null,
    primary key (import_id, piece)
);
