-- Tasks at companies and deals, call-backs, reminders; members named in notes, and what members are told.

alter table tasks add column company_id text collate "binary" references companies (id);
alter table tasks add column deal_id text collate "binary" references deals (id);
alter table tasks add column kind text not null default 'task' check (kind in ('task', 'call_back'));
-- How long before a task is due its owner is reminded, in milliseconds; none for not at all. Tasks from before there were
-- reminders have none.
alter table tasks add column remind_before bigint;
-- When they are reminded next; none once they were.
alter table tasks add column remind_at bigint;
create index tasks_by_company on tasks (company_id, due_at desc, id desc);
create index tasks_by_deal on tasks (deal_id, due_at desc, id desc);
create index tasks_reminding on tasks (owner_id, remind_at) where done_at is null and remind_at is not null;

-- Who is named in a note. The text holds their ids, this finds them.
create table mentions (
    note_id text collate "binary" not null references notes (id),
    staff_id text collate "binary" not null references staff (id),
    primary key (note_id, staff_id)
);

-- What a member is told: that a note names them, that something was handed to them.
create table notices (
    id text collate "binary" primary key,
    staff_id text collate "binary" not null references staff (id),
    at bigint not null,
    kind text not null check (kind in ('mention', 'hand_over', 'given')),
    from_id text collate "binary" references staff (id),
    note_id text collate "binary" references notes (id),
    -- JSON, as the kind needs it.
    details text not null,
    read_at bigint
);
create index notices_by_staff on notices (staff_id, at desc, id desc);
create index notices_unread on notices (staff_id) where read_at is null;
create unique index notices_once on notices (note_id, staff_id) where note_id is not null;
