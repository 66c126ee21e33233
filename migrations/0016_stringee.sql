-- The installation's account at Stringee. There is one at most; its secrets are sealed with a key that is not here.

create table stringee_account (
    only_one bigint primary key check (only_one = 1),
    key_sid text not null,
    key_secret text not null,
    project_id bigint not null,
    call_api text not null,
    contact_centre_api text not null,
    -- Where its sockets are, as JSON; empty where the browser kit finds them itself.
    servers text not null,
    signing_secret text,
    -- The webhooks at which an unsigned question is refused, as JSON.
    signed text not null,
    -- The unguessable part of the webhooks' addresses.
    path text not null,
    -- Seconds.
    answer_timeout bigint not null,
    keep_recordings boolean not null,
    updated_at bigint not null
);

-- Our own numbers, the usual one first.
create table hotlines (
    provider text collate "binary" not null,
    number text collate "binary" not null,
    name text not null,
    position bigint not null,
    can_call_out boolean not null,
    record boolean not null,
    primary key (provider, number)
);
