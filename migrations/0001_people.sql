-- Staff, their sessions, attempts to sign in, and the audit.
-- Portable columns only: text, bigint, boolean, double precision. Times are UTC milliseconds.
-- Everything ordered, joined or searched by prefix compares byte for byte: collate "binary"
-- (SQLite has it; PostgreSQL gets it before the first migration).

create table staff (
    id text collate "binary" primary key,
    email text collate "binary" not null unique,
    name text not null,
    name_fold text collate "binary" not null,
    role text not null check (role in ('admin', 'manager', 'agent')),
    password_hash text not null,
    language text not null,
    theme text not null,
    seat text collate "binary" unique,
    active boolean not null,
    demo boolean not null,
    session_generation bigint not null,
    last_seen_at bigint,
    created_at bigint not null,
    updated_at bigint not null
);
create index staff_by_name on staff (name_fold, id);

create table sessions (
    id text collate "binary" primary key,
    data text not null,
    expires_at bigint not null
);
create index sessions_by_expiry on sessions (expires_at);

-- One row for each account and each address that failed lately.
create table sign_in_attempts (
    subject text collate "binary" primary key,
    failures bigint not null,
    last_at bigint not null
);
create index sign_in_attempts_by_time on sign_in_attempts (last_at);

create table audit (
    id text collate "binary" primary key,
    at bigint not null,
    staff_id text collate "binary" references staff (id),
    action text not null,
    subject text collate "binary" not null,
    details text not null
);
create index audit_by_subject on audit (subject, at);
