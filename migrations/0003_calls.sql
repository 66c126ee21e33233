-- Calls: every fact, and the row that the facts of one call add up to.

create table call_events (
    source text collate "binary" not null,
    id text collate "binary" not null,
    call_id text collate "binary" not null,
    staff_id text collate "binary" not null references staff (id),
    at bigint not null,
    body text not null,
    received_at bigint not null,
    primary key (source, id)
);
create index call_events_by_call on call_events (call_id, at, id);

create table calls (
    id text collate "binary" primary key,
    provider text collate "binary" not null,
    domain text collate "binary" not null,
    provider_call_id text collate "binary",
    agent_id text collate "binary" not null references staff (id),
    direction text not null check (direction in ('inbound', 'outbound')),
    number text collate "binary",
    number_raw text not null,
    customer_id text collate "binary" references customers (id),
    match_how text not null,
    hotline text,
    phase text not null check (phase in ('dialing', 'ringing', 'talking', 'ended')),
    outcome text,
    failure text,
    transferred boolean not null,
    started_at bigint not null,
    ringing_at bigint,
    answered_at bigint,
    ended_at bigint,
    ring_ms bigint not null,
    talk_ms bigint not null,
    hold_ms bigint not null,
    note text not null,
    unique (provider, domain, provider_call_id)
);
create index calls_by_time on calls (started_at desc, id desc);
create index calls_by_agent on calls (agent_id, started_at desc, id desc);
create index calls_by_customer on calls (customer_id, started_at desc, id desc);
