-- Views of every list; what lists begin with, for a member or a role; changes of many records at once, to undo them.

-- Made anew: a name may be given once in each list. What a view of the log says stays in the log's own words.
create table begins_before as select staff_id, view_id from default_views;
drop table default_views;
create table saved_views_next (
    id text collate "binary" primary key,
    owner_id text collate "binary" not null references staff (id),
    list text not null,
    name text not null,
    name_fold text collate "binary" not null,
    shared boolean not null,
    content text not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (owner_id, list, name_fold)
);
insert into saved_views_next (id, owner_id, list, name, name_fold, shared, content, created_at, updated_at)
    select id, owner_id, 'calls', name, name_fold, shared, content, created_at, updated_at from saved_views;
drop table saved_views;
alter table saved_views_next rename to saved_views;
create index saved_views_of_all on saved_views (list, name_fold, id) where shared;

-- The view that a list begins with.
create table begin_views (
    staff_id text collate "binary" not null references staff (id),
    list text not null,
    -- None: everything, whatever the role begins with.
    view_id text collate "binary" references saved_views (id),
    primary key (staff_id, list)
);
insert into begin_views (staff_id, list, view_id) select staff_id, 'calls', view_id from begins_before;
drop table begins_before;
create index begin_views_by_view on begin_views (view_id);

create table role_views (
    role text not null,
    list text not null,
    view_id text collate "binary" not null references saved_views (id),
    primary key (role, list)
);
create index role_views_by_view on role_views (view_id);

create table bulk_changes (
    id text collate "binary" primary key,
    staff_id text collate "binary" not null references staff (id),
    list text not null,
    -- What was done, as JSON.
    deed text not null,
    records bigint not null,
    at bigint not null,
    undone_at bigint
);
create index bulk_changes_by_member on bulk_changes (staff_id, at desc, id desc);
create index bulk_changes_by_time on bulk_changes (at desc, id desc);

-- Each record that was changed: how it was left, and what it was before.
create table bulk_records (
    bulk_id text collate "binary" not null references bulk_changes (id),
    record_id text collate "binary" not null,
    position bigint not null,
    version bigint not null,
    before text not null,
    primary key (bulk_id, record_id)
);

-- Filters that would walk a whole list for the few that fit.
create index customers_by_created on customers (created_at desc, id desc) where deleted_at is null;
create index companies_by_created on companies (created_at desc, id desc) where deleted_at is null;
create index deals_by_owner_close on deals (owner_id, closes, id) where deleted_at is null;
create index customer_phones_unwanted on customer_phones (customer_id) where do_not_call;
