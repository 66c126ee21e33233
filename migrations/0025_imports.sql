-- Imports of customers: what was in the file, what was decided, how far it is, and what it takes to undo it.

create table imports (
    id text collate "binary" primary key,
    staff_id text collate "binary" not null references staff (id),
    file_name text not null,
    -- How the file was read, the names of its columns and what was decided about them, as JSON; none: not yet.
    source text,
    heads text,
    plan text,
    total bigint not null,
    state text not null,
    -- The part of the file that is next. A part is done wholly or not at all, and this moves on with it.
    next_part bigint not null,
    -- What became of rows, and of customers when it is undone, as JSON.
    counts text not null,
    undone text not null,
    touched bigint not null,
    -- Until when one server is at work on it, unless it is heard of again.
    turn_until bigint not null,
    created_at bigint not null,
    ended_at bigint
);
create index imports_by_time on imports (created_at desc, id desc);
create index imports_by_member on imports (staff_id, created_at desc, id desc);
create index imports_at_work on imports (created_at) where state in ('checking', 'running', 'undoing');

-- Rows of the file as JSON, many together.
create table import_parts (
    import_id text collate "binary" not null references imports (id),
    part bigint not null,
    content text not null,
    primary key (import_id, part)
);

-- Rows that cannot be taken.
create table import_problems (
    import_id text collate "binary" not null references imports (id),
    line bigint not null,
    problems text not null,
    cells text not null,
    primary key (import_id, line)
);

-- Each customer an import made or changed: how it left them, and, where they were there before, how they were then.
create table import_changes (
    import_id text collate "binary" not null references imports (id),
    customer_id text collate "binary" not null references customers (id),
    version bigint not null,
    at bigint not null,
    before text,
    looked_at boolean not null,
    primary key (import_id, customer_id)
);

-- The companies that it made for its customers to work at.
create table import_companies (
    import_id text collate "binary" not null references imports (id),
    company_id text collate "binary" not null references companies (id),
    primary key (import_id, company_id)
);

create index customers_by_email on customers (email) where email is not null and deleted_at is null;
