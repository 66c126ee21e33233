-- Customers who may be one person, and those that became one.

-- What customers of a company are found by who may be the same: two words of the name and the company; the whole name.
create table duplicate_keys (
    key text collate "binary" not null,
    customer_id text collate "binary" not null references customers (id),
    primary key (key, customer_id)
);
create index duplicate_keys_by_customer on duplicate_keys (customer_id);

-- Who may belong together, as it was when one of them was last looked at; whoever reads a group compares its members
-- again.
create table duplicate_groups (
    id text collate "binary" primary key,
    score bigint not null
);
create index duplicate_groups_by_score on duplicate_groups (score desc, id desc);

create table duplicate_members (
    customer_id text collate "binary" primary key references customers (id),
    group_id text collate "binary" not null references duplicate_groups (id)
);
create index duplicate_members_by_group on duplicate_members (group_id);

-- Somebody said that these are two people; the smaller id is first.
create table not_duplicates (
    first_id text collate "binary" not null references customers (id),
    second_id text collate "binary" not null references customers (id),
    staff_id text collate "binary" not null references staff (id),
    at bigint not null,
    primary key (first_id, second_id)
);

-- How far saved customers were looked at: the last one, by its save.
create table duplicate_sweep (
    id text collate "binary" primary key,
    at bigint not null,
    customer_id text collate "binary" not null
);
insert into duplicate_sweep (id, at, customer_id) values ('customers', 0, '');
create index customers_by_update on customers (updated_at, id) where deleted_at is null;

-- What was done, as JSON: how both were, how the kept one was afterwards, and the ids of everything that moved.
create table merges (
    id text collate "binary" primary key,
    kept_id text collate "binary" not null references customers (id),
    gone_id text collate "binary" not null references customers (id),
    staff_id text collate "binary" not null references staff (id),
    at bigint not null,
    kept_before text not null,
    gone_before text not null,
    kept_after text not null,
    moved text not null,
    undone_at bigint,
    undone_by text collate "binary" references staff (id)
);
create index merges_by_kept on merges (kept_id, at desc, id desc) where undone_at is null;
create unique index merges_by_gone on merges (gone_id) where undone_at is null;
