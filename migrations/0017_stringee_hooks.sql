-- What Stringee tells of calls, as it came: a call's facts follow from all that was told of it.

create table stringee_events (
    -- What makes it this telling; the same one may come again.
    id text collate "binary" primary key,
    -- The provider's id of the call.
    call_id text collate "binary" not null,
    body text not null,
    received_at bigint not null
);
create index stringee_events_by_call on stringee_events (call_id);
create index stringee_events_by_time on stringee_events (received_at);

-- Every question and telling of a provider that came to one of our addresses, whatever became of it.
create table deliveries (
    id text collate "binary" primary key,
    provider text collate "binary" not null,
    hook text collate "binary" not null,
    at bigint not null,
    status bigint not null,
    took_ms bigint not null,
    -- Why it was refused or not done; null when it went well.
    problem text
);
create index deliveries_by_time on deliveries (provider, at desc, id desc);
