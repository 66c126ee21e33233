-- What one server does for all of them: which one it is at present, and until when.
create table turns (
    name text collate "binary" not null primary key,
    -- The server: an id it made when it started.
    holder text not null,
    until bigint not null
);
