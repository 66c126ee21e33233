-- What admins decided otherwise than is usual: what a role sees of telephone numbers.
create table number_rights (
    role text collate "binary" primary key check (role in ('manager', 'agent')),
    numbers text collate "binary" not null check (numbers in ('on_demand', 'masked'))
);
