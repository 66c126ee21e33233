-- Custom fields of customers, companies and deals: what admins define, and what records have.

create table custom_fields (
    id text collate "binary" primary key,
    entity text not null check (entity in ('customer', 'company', 'deal')),
    name text not null,
    name_fold text collate "binary" not null,
    kind text not null
        check (kind in ('text', 'number', 'money', 'date', 'choice', 'choices', 'yes_no', 'link')),
    required boolean not null,
    archived boolean not null,
    position bigint not null,
    created_at bigint not null,
    updated_at bigint not null
);

create table custom_choices (
    id text collate "binary" primary key,
    field_id text collate "binary" not null references custom_fields (id),
    name text not null,
    position bigint not null,
    archived boolean not null
);
create index custom_choices_by_field on custom_choices (field_id, position);

-- One row for each value; for several choices one for each.
create table custom_values (
    record_id text collate "binary" not null,
    field_id text collate "binary" not null references custom_fields (id),
    position bigint not null,
    -- By these lists are filtered. A text without accents, the id of a choice, yes or no; empty where there is a number.
    key text collate "binary" not null,
    -- Ten thousandths, đồng, or when the day began in Vietnam.
    number bigint,
    -- A text as it was typed.
    text text,
    -- A company that came of a customer's text has that customer's id; which of them it is, the field says.
    primary key (record_id, field_id, position)
);
create index custom_values_by_key on custom_values (field_id, key, record_id);
create index custom_values_by_number on custom_values (field_id, number, record_id) where number is not null;
