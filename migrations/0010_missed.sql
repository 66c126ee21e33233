-- The missed-call inbox: one open item for each number that called and was not taken, until somebody reaches it. Derived
-- from the calls of the number; what people do with an item (take it, close it) is kept beside that.

create table missed_items (
    id text collate "binary" primary key,
    number text collate "binary" not null,
    customer_id text collate "binary" references customers (id),
    hotline text,
    queue text,
    -- How often the customer called.
    count bigint not null,
    first_at bigint not null,
    last_at bigint not null,
    longest_wait_ms bigint not null,
    due_at bigint not null,
    owner_id text collate "binary" references staff (id),
    team_id text collate "binary" references teams (id),
    closed_at bigint,
    closed_how text check (closed_how in ('called_back', 'called_again', 'by_hand')),
    closed_by text collate "binary" references staff (id),
    closing_call text collate "binary",
    reason text
);
create unique index missed_open_number on missed_items (number) where closed_at is null;
create index missed_by_number on missed_items (number, last_at);
create index missed_by_due on missed_items (due_at, id) where closed_at is null;
create index missed_by_owner on missed_items (owner_id, due_at, id) where closed_at is null;
create index missed_by_closing on missed_items (closed_at desc, id desc) where closed_at is not null;
create index missed_by_first on missed_items (first_at, team_id);

-- Who was rung for it, by which call, and how long they let it ring.
create table missed_rings (
    item_id text collate "binary" not null references missed_items (id),
    call_id text collate "binary" not null,
    staff_id text collate "binary" references staff (id),
    team_id text collate "binary" references teams (id),
    at bigint not null,
    wait_ms bigint not null,
    primary key (item_id, call_id)
);
create index missed_rings_by_staff on missed_rings (staff_id, item_id);

-- The figures of a period read nothing but this.
create index calls_figures on calls (started_at, direction, outcome, team_id, agent_id, ring_ms, talk_ms, disposition_id)
    where deleted_at is null;
