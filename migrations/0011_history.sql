-- The provider's own history of calls, and the recordings it tells of.

alter table provider_accounts add column history_address text;
-- Sealed, like the access key.
alter table provider_accounts add column history_key text;
alter table provider_accounts add column history_on boolean not null default false;

-- How far the history has been read. One row for each provider; whoever moves not_before on has the turn.
create table history_progress (
    provider text collate "binary" primary key,
    ran_at bigint,
    not_before bigint not null,
    failures bigint not null,
    -- Why the last run failed, as JSON; null when it went well.
    problem text,
    swept_at bigint,
    -- Where the sweep that is under way goes on.
    sweep_from bigint
);

-- Calls that are known from the history alone. A browser that tells of one of them later takes it over.
create table history_calls (
    call_id text collate "binary" primary key references calls (id),
    provider text collate "binary" not null,
    domain text collate "binary" not null,
    provider_call_id text collate "binary" not null,
    agent_id text collate "binary",
    started_at bigint not null
);
create index history_calls_by_id on history_calls (provider, domain, provider_call_id);
create index history_calls_by_agent on history_calls (agent_id, started_at);

-- The call that took this one over: both were the same.
alter table calls add column merged_into text collate "binary";
create index calls_without_id on calls (agent_id, started_at) where provider_call_id is null;

-- Where the recording of a call is at the provider. Never leaves the server.
create table recordings (
    call_id text collate "binary" primary key references calls (id),
    stream text,
    download text,
    -- 'known': told of; 'ready': fetched before; 'failed': could not be fetched the last time.
    state text not null check (state in ('known', 'ready', 'failed')),
    size bigint,
    content_type text,
    noted_at bigint not null
);

-- Who listened, once for each listening, however many parts of the sound were asked for.
create table listenings (
    call_id text collate "binary" not null,
    staff_id text collate "binary" not null references staff (id),
    listening text collate "binary" not null,
    at bigint not null,
    primary key (call_id, staff_id, listening)
);
