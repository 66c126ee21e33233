-- The installation's account at a telephone provider; its key is sealed with a key that is not in this database.

create table provider_accounts (
    provider text collate "binary" primary key,
    service_address text not null,
    domain text not null,
    access_key text,
    updated_at bigint not null
);
