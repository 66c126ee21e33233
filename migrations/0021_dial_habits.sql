-- How a member calls out, whatever computer they sit at; no row: as it usually is.

create table dial_habits (
    member text collate "binary" primary key references staff (id),
    -- Our number they chose last; none: the usual one.
    hotline text,
    -- Whether the provider calls them first, and whether their telephone then answers by itself.
    rings_first boolean not null,
    answers_itself boolean not null,
    updated_at bigint not null
);
