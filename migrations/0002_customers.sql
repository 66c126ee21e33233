-- Customers, their telephone numbers, the words they are found by, and notes on them.

create table customers (
    id text collate "binary" primary key,
    version bigint not null,
    name text not null,
    name_fold text collate "binary" not null,
    words text not null,
    email text,
    company text,
    address text,
    note text,
    owner_id text collate "binary" references staff (id),
    last_activity_at bigint not null,
    created_at bigint not null,
    updated_at bigint not null,
    deleted_at bigint
);
-- The list in each of its orders, whole and by owner.
create index customers_by_name on customers (name_fold, id) where deleted_at is null;
create index customers_by_activity on customers (last_activity_at desc, id desc) where deleted_at is null;
create index customers_by_owner_name on customers (owner_id, name_fold, id) where deleted_at is null;
create index customers_by_owner_activity on customers (owner_id, last_activity_at desc, id desc) where deleted_at is null;

create table customer_phones (
    id text collate "binary" primary key,
    customer_id text collate "binary" not null references customers (id),
    position bigint not null,
    raw text not null,
    number text collate "binary" not null,
    label text not null,
    is_primary boolean not null,
    do_not_call boolean not null,
    unique (customer_id, number)
);
create index customer_phones_by_number on customer_phones (number);

-- The words of a customer, to come from a rare word to whoever has it. Words of name and company without accents; with
-- accents after '='; digits after '#', and backwards after '<'. customers.words has them all, each after a space. A
-- hidden customer has none.
create table customer_words (
    word text collate "binary" not null,
    customer_id text collate "binary" not null references customers (id),
    primary key (word, customer_id)
);

create table notes (
    id text collate "binary" primary key,
    customer_id text collate "binary" not null references customers (id),
    author_id text collate "binary" not null references staff (id),
    text text not null,
    at bigint not null,
    edited_at bigint,
    deleted_at bigint
);
create index notes_by_customer on notes (customer_id, at desc, id desc) where deleted_at is null;
