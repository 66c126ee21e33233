-- Calls once more: a call may have no member (nobody of us was rung), belongs to a team, may be out of contact or have
-- an end that is only estimated, and what a human makes of it stands beside what the machine makes of it.
-- Both tables are made anew: SQLite cannot make a column optional.

-- What a call came to, in the words of this installation.
create table dispositions (
    id text collate "binary" primary key,
    name text not null,
    name_fold text collate "binary" not null unique,
    position bigint not null,
    active boolean not null,
    created_at bigint not null,
    updated_at bigint not null
);

create table call_events_next (
    source text collate "binary" not null,
    id text collate "binary" not null,
    call_id text collate "binary" not null,
    staff_id text collate "binary" references staff (id),
    at bigint not null,
    body text not null,
    received_at bigint not null,
    primary key (source, id)
);
insert into call_events_next (source, id, call_id, staff_id, at, body, received_at)
    select source, id, call_id, staff_id, at, body, received_at from call_events;
drop table call_events;
alter table call_events_next rename to call_events;
create index call_events_by_call on call_events (call_id, at, id);

create table calls_next (
    id text collate "binary" primary key,
    provider text collate "binary" not null,
    domain text collate "binary" not null,
    provider_call_id text collate "binary",
    agent_id text collate "binary" references staff (id),
    team_id text collate "binary" references teams (id),
    direction text not null check (direction in ('inbound', 'outbound')),
    number text collate "binary",
    number_raw text not null,
    customer_id text collate "binary" references customers (id),
    match_how text not null,
    hotline text collate "binary",
    queue text collate "binary",
    phase text not null check (phase in ('dialing', 'ringing', 'talking', 'ended')),
    outcome text,
    failure text,
    missed_reason text,
    transferred boolean not null,
    -- The tab that saw it has not been heard of since.
    lost_since bigint,
    -- Nobody saw its end.
    estimated boolean not null,
    started_at bigint not null,
    ringing_at bigint,
    answered_at bigint,
    ended_at bigint,
    ring_ms bigint not null,
    talk_ms bigint not null,
    hold_ms bigint not null,
    note text not null,
    disposition_id text collate "binary" references dispositions (id),
    recorded boolean not null,
    deleted_at bigint,
    unique (provider, domain, provider_call_id)
);
insert into calls_next (id, provider, domain, provider_call_id, agent_id, direction, number, number_raw, customer_id,
    match_how, hotline, phase, outcome, failure, transferred, estimated, started_at, ringing_at, answered_at, ended_at,
    ring_ms, talk_ms, hold_ms, note, recorded)
    select id, provider, domain, provider_call_id, agent_id, direction, number, number_raw, customer_id, match_how,
        hotline, phase, outcome, failure, transferred, false, started_at, ringing_at, answered_at, ended_at, ring_ms,
        talk_ms, hold_ms, note, false from calls;
drop table calls;
alter table calls_next rename to calls;
create index calls_by_time on calls (started_at desc, id desc) where deleted_at is null;
create index calls_by_agent on calls (agent_id, started_at desc, id desc) where deleted_at is null;
create index calls_by_team on calls (team_id, started_at desc, id desc) where deleted_at is null;
create index calls_by_customer on calls (customer_id, started_at desc, id desc) where deleted_at is null;
create index calls_by_number on calls (number, started_at desc, id desc) where deleted_at is null;
create index calls_running on calls (agent_id, started_at) where phase <> 'ended';
