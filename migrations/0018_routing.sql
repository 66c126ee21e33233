-- Whom waiting callers are given to, and whom members may call.

-- What the provider last said of each member's telephone.
create table telephone_states (
    staff_id text collate "binary" primary key references staff (id),
    -- The provider's own id of the member.
    provider_id text not null,
    doing text not null check (doing in ('in_call', 'free', 'after_call')),
    available boolean not null,
    rings_at text not null check (rings_at in ('anywhere', 'number', 'app', 'desk_phone')),
    phone_number text,
    online boolean,
    asked_at bigint not null
);

-- Which team serves which queue of a provider.
create table queue_teams (
    provider text collate "binary" not null,
    queue text collate "binary" not null,
    team_id text collate "binary" not null references teams (id),
    primary key (provider, queue)
);

-- To whom a waiting caller was given last, and why, as JSON.
create table routing_decisions (
    provider text collate "binary" not null,
    provider_call_id text collate "binary" not null,
    queue text not null,
    at bigint not null,
    route text not null,
    primary key (provider, provider_call_id)
);
create index routing_decisions_by_time on routing_decisions (at);

-- The rules of calling out, as JSON. One row, made when they are first changed.
create table dial_policy (
    only_one bigint primary key check (only_one = 1),
    policy text not null,
    updated_at bigint not null
);

-- Calls out that were refused, and why, as JSON.
create table dial_refusals (
    id text collate "binary" primary key,
    staff_id text collate "binary" not null references staff (id),
    at bigint not null,
    number text not null,
    refusal text not null
);
create index dial_refusals_by_staff on dial_refusals (staff_id, at desc);
create index dial_refusals_by_time on dial_refusals (at);
