-- Wrap-up: what a member still has to say of a call that is over, and what is to be done next.

-- One row, made here and only ever changed.
create table wrap_up_settings (
    id bigint primary key check (id = 1),
    -- Seconds a member has; none for as long as it takes.
    limit_seconds bigint,
    disposition_required boolean not null,
    updated_at bigint not null
);
insert into wrap_up_settings (id, limit_seconds, disposition_required, updated_at) values (1, null, false, 0);

create table wrap_ups (
    call_id text collate "binary" primary key,
    staff_id text collate "binary" not null references staff (id),
    started_at bigint not null,
    due_at bigint,
    ended_at bigint,
    -- How it ended; a limit that has passed is read off due_at, and nobody writes it.
    how text check (how in ('finished', 'next_call'))
);
create index wrap_ups_open on wrap_ups (staff_id, started_at desc) where ended_at is null;

create table tasks (
    id text collate "binary" primary key,
    title text not null,
    note text not null,
    due_at bigint not null,
    owner_id text collate "binary" not null references staff (id),
    customer_id text collate "binary" references customers (id),
    call_id text collate "binary",
    created_by text collate "binary" not null references staff (id),
    created_at bigint not null,
    done_at bigint,
    done_by text collate "binary" references staff (id)
);
create index tasks_open on tasks (owner_id, due_at, id) where done_at is null;
create index tasks_done on tasks (owner_id, done_at desc, id desc) where done_at is not null;
create index tasks_by_customer on tasks (customer_id, due_at desc, id desc);
create index tasks_by_call on tasks (call_id);
