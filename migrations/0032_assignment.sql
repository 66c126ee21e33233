-- Who becomes responsible for new customers, and what members who leave hand over.

create table assignment_rules (
    id text collate "binary" primary key,
    position bigint not null,
    condition text not null check (condition in ('any', 'form', 'import', 'call', 'queue', 'hotline')),
    -- The queue or the hotline; empty for other conditions.
    value text not null,
    receiver text not null check (receiver in ('maker', 'member', 'team')),
    staff_id text collate "binary" references staff (id),
    team_id text collate "binary" references teams (id) on delete cascade,
    present_only boolean not null,
    active boolean not null,
    updated_at bigint not null
);

-- When a member's turn was last: a higher number is later.
create table assignment_turns (
    rule_id text collate "binary" not null references assignment_rules (id) on delete cascade,
    staff_id text collate "binary" not null references staff (id),
    turn bigint not null,
    primary key (rule_id, staff_id)
);

-- What one import or one hand-over gives a member is told once, with how much it is by now.
alter table notices add column source_id text collate "binary";
alter table notices add column records bigint not null default 0;
create unique index notices_by_source on notices (source_id, staff_id) where source_id is not null;

-- What is handed over of a member's, to whom. It goes on part by part, and can be taken back.
create table hand_overs (
    id text collate "binary" primary key,
    from_id text collate "binary" not null references staff (id),
    by_id text collate "binary" not null references staff (id),
    at bigint not null,
    -- JSON: to whom each kind of records goes.
    plan text not null,
    state text not null check (state in ('going', 'done', 'undoing', 'undone')),
    ended_at bigint
);
create index hand_overs_by_member on hand_overs (from_id, at desc, id desc);

-- Every record that was handed over, in order.
create table hand_over_records (
    hand_over_id text collate "binary" not null references hand_overs (id),
    place bigint not null,
    kind text not null,
    record_id text collate "binary" not null,
    to_id text collate "binary" not null references staff (id),
    undone boolean not null default false,
    primary key (hand_over_id, place)
);
