-- Whom calls can be passed on to, where the provider cannot list them: its queues, and seats that nobody of the staff has.

create table directory (
    id text collate "binary" primary key,
    provider text collate "binary" not null,
    kind text collate "binary" not null check (kind in ('seat', 'queue')),
    -- The seat, or the queue's id at the provider.
    address text collate "binary" not null,
    name text not null,
    name_fold text collate "binary" not null,
    position bigint not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (provider, kind, address)
);

-- Whether calls out are advertising was yes or no for everybody; now it can be so for some teams.
update dial_policy set policy = replace(policy, '"advertising":true', '"advertising":"everybody"');
update dial_policy set policy = replace(policy, '"advertising":false', '"advertising":"nobody"');
