-- The contact centre: one draft for all admins, every version of it, and what the provider has.

create table centre_desk (
    only_one bigint primary key check (only_one = 1),
    -- Whose contact centre this is: the name of the account at the provider.
    account text not null,
    -- Counts the draft's changes.
    revision bigint not null,
    -- Whole set-ups, as JSON: what admins work on, what we left at the provider, and what was there when it was last read.
    draft text not null,
    expected text not null,
    there text not null,
    -- Our ids and the provider's, as JSON.
    links text not null,
    -- The files that the provider has, as JSON.
    files text not null,
    -- Seats that agents of the draft had before, as JSON: members follow when it is published.
    moved_seats text not null,
    read_at bigint not null,
    -- When it is read again by itself.
    next_read_at bigint not null
);

-- What each change of the draft touched: whoever works on an older draft changes something else, or is told.
create table centre_edits (
    revision bigint primary key,
    at bigint not null,
    staff_id text collate "binary" not null references staff (id),
    -- As JSON.
    touched text not null
);

create table centre_versions (
    number bigint primary key,
    at bigint not null,
    staff_id text collate "binary" references staff (id),
    note text not null,
    origin text not null check (origin in ('published', 'read')),
    -- In how many things it differs from the one before.
    changes bigint not null,
    -- As JSON.
    centre text not null
);

-- How a version comes to the provider.
create table centre_publishings (
    version bigint primary key references centre_versions (number),
    staff_id text collate "binary" not null references staff (id),
    begun_at bigint not null,
    state text not null check (state in ('running', 'paused', 'finished', 'given_up')),
    -- As JSON; the ones that are done first.
    steps text not null,
    done bigint not null,
    -- What stopped it, as JSON.
    obstacle text,
    -- Whoever carries it out, and until when nobody else does.
    turn text,
    turn_until bigint not null
);

-- Files that callers hear, as they were uploaded here; in pieces.
create table centre_sounds (
    id text collate "binary" primary key,
    -- What the provider calls it.
    name text collate "binary" not null unique,
    description text not null,
    format text not null check (format in ('wav', 'mp3')),
    -- Milliseconds.
    length bigint not null,
    bytes bigint not null,
    at bigint not null,
    staff_id text collate "binary" not null references staff (id)
);
create table centre_sound_pieces (
    sound_id text collate "binary" not null references centre_sounds (id),
    -- From 0; each but the last is of the same length.
    piece bigint not null,
    -- In base64.
    body text not null,
    primary key (sound_id, piece)
);
