-- Views of the log that members keep, and ways to a page of a million calls by each thing that it is filtered by.

create table saved_views (
    id text collate "binary" primary key,
    owner_id text collate "binary" not null references staff (id),
    name text not null,
    name_fold text collate "binary" not null,
    shared boolean not null,
    content text not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (owner_id, name_fold)
);
create index saved_views_shared on saved_views (name_fold, id) where shared;

-- The view that the log begins with.
create table default_views (
    staff_id text collate "binary" primary key references staff (id),
    view_id text collate "binary" not null references saved_views (id)
);
create index default_views_by_view on default_views (view_id);

create index calls_by_disposition on calls (disposition_id, started_at desc, id desc) where deleted_at is null;
create index calls_by_outcome on calls (outcome, started_at desc, id desc) where deleted_at is null;
create index calls_by_team_outcome on calls (team_id, outcome, started_at desc, id desc) where deleted_at is null;
create index calls_by_hotline on calls (hotline, started_at desc, id desc) where deleted_at is null;
create index calls_by_queue on calls (queue, started_at desc, id desc) where deleted_at is null;
create index calls_by_match on calls (match_how, started_at desc, id desc) where deleted_at is null;
create index calls_by_last_digits on calls (substr(number, length(number) - 3), started_at desc, id desc)
    where deleted_at is null;
create index calls_by_talk on calls (talk_ms) where deleted_at is null;
create index calls_recorded on calls (started_at desc, id desc) where recorded and deleted_at is null;
