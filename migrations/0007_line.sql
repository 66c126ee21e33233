-- Is the tab still there: who holds a member's voice, when a call's tab was last heard of, what members do and did.

-- One row for each member who ever had the voice. The number outlives the lease, so that none is given twice.
create table voice_leases (
    staff_id text collate "binary" primary key references staff (id),
    fence bigint not null,
    -- Null where nobody holds it.
    tab text collate "binary",
    computer text not null,
    since bigint not null,
    -- The holder's calls that are not over, as JSON.
    calls text not null,
    heard_at bigint not null
);

-- When the member's tab with a running call was last heard of.
create table call_contacts (
    call_id text collate "binary" not null,
    staff_id text collate "binary" not null references staff (id),
    tab text collate "binary" not null,
    heard_at bigint not null,
    primary key (call_id, staff_id)
);

-- What each member does now.
create table member_status (
    staff_id text collate "binary" primary key references staff (id),
    status text not null,
    since bigint not null,
    -- How the line of the tab with the telephone is, as JSON.
    line text not null,
    call_id text collate "binary",
    wrap_up text collate "binary",
    -- When any tab of the member was last heard of; null for never.
    heard_at bigint
);

-- What each member did, one row a stretch of time. The last of each member has no end yet.
create table status_history (
    staff_id text collate "binary" not null references staff (id),
    from_at bigint not null,
    to_at bigint,
    status text not null,
    call_id text collate "binary",
    primary key (staff_id, from_at)
);

-- Since when the customer of a running call is on hold.
alter table calls add column held_since bigint;
