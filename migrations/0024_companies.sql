-- Companies: where customers work. What was written at customers becomes companies; none of it is lost.

create table companies (
    id text collate "binary" primary key,
    version bigint not null,
    name text not null,
    -- In lower case with its accents: by it the company that somebody names at a customer is found. Empty, as name_fold
    -- and words are, until the program has worked it out after this migration.
    name_key text collate "binary" not null,
    name_fold text collate "binary" not null,
    words text not null,
    tax_code text,
    website text,
    email text,
    address text,
    note text,
    owner_id text collate "binary" references staff (id),
    last_activity_at bigint not null,
    created_at bigint not null,
    updated_at bigint not null,
    deleted_at bigint
);
create index companies_by_key on companies (name_key, id) where deleted_at is null;
-- The list in each of its orders, whole and by owner.
create index companies_by_name on companies (name_fold, id) where deleted_at is null;
create index companies_by_activity on companies (last_activity_at desc, id desc) where deleted_at is null;
create index companies_by_owner_name on companies (owner_id, name_fold, id) where deleted_at is null;
create index companies_by_owner_activity on companies (owner_id, last_activity_at desc, id desc) where deleted_at is null;

create table company_phones (
    id text collate "binary" primary key,
    company_id text collate "binary" not null references companies (id),
    position bigint not null,
    raw text not null,
    number text collate "binary" not null,
    label text not null,
    is_primary boolean not null,
    do_not_call boolean not null,
    unique (company_id, number)
);
create index company_phones_by_number on company_phones (number);

-- As customer_words.
create table company_words (
    word text collate "binary" not null,
    company_id text collate "binary" not null references companies (id),
    primary key (word, company_id)
);

-- customers.company stays: it is the company's name, beside the customer where lists and cards read it.
alter table customers add column company_id text collate "binary" references companies (id);

insert into companies (id, version, name, name_key, name_fold, words, last_activity_at, created_at, updated_at)
    select min(id), 1, trim(company), '', '', '', max(last_activity_at), min(created_at), max(updated_at)
    from customers where deleted_at is null and trim(company) <> '' group by trim(company);
create index companies_migrated on companies (name);
update customers set company_id = (select c.id from companies c where c.name = trim(customers.company))
    where company is not null;
drop index companies_migrated;

create index customers_by_company on customers (company_id, name_fold, id)
    where deleted_at is null and company_id is not null;
