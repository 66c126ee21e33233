-- What admins decided otherwise than is usual: of which records a role may do what.
create table rights (
    role text collate "binary" not null check (role in ('manager', 'agent')),
    entity text collate "binary" not null,
    deed text collate "binary" not null,
    reach text collate "binary" not null check (reach in ('none', 'own', 'team', 'all')),
    primary key (role, entity, deed)
);
