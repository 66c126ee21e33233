-- Pipelines and deals; tags; notes on companies and deals too.

create table pipelines (
    id text collate "binary" primary key,
    name text not null,
    name_fold text collate "binary" not null unique,
    position bigint not null,
    active boolean not null,
    created_at bigint not null,
    updated_at bigint not null
);

create table stages (
    id text collate "binary" primary key,
    pipeline_id text collate "binary" not null references pipelines (id),
    name text not null,
    position bigint not null,
    kind text not null check (kind in ('open', 'won', 'lost')),
    -- Of a hundred.
    probability bigint not null
);
create index stages_by_pipeline on stages (pipeline_id, position);

create table lost_reasons (
    id text collate "binary" primary key,
    pipeline_id text collate "binary" not null references pipelines (id),
    name text not null,
    position bigint not null,
    -- One that deals were lost for stays, though nobody can choose it any more.
    active boolean not null
);
create index lost_reasons_by_pipeline on lost_reasons (pipeline_id, position);

-- What an installation begins with; its admins make it theirs.
insert into pipelines (id, name, name_fold, position, active, created_at, updated_at)
    values ('sales', 'Bán hàng', 'ban hang', 1, true, 0, 0);
insert into stages (id, pipeline_id, name, position, kind, probability) values
    ('sales-1', 'sales', 'Tiếp cận', 1, 'open', 10),
    ('sales-2', 'sales', 'Tìm hiểu nhu cầu', 2, 'open', 25),
    ('sales-3', 'sales', 'Báo giá', 3, 'open', 50),
    ('sales-4', 'sales', 'Thương lượng', 4, 'open', 75),
    ('sales-5', 'sales', 'Chốt', 5, 'won', 100),
    ('sales-6', 'sales', 'Mất', 6, 'lost', 0);
insert into lost_reasons (id, pipeline_id, name, position, active) values
    ('sales-1', 'sales', 'Giá cao', 1, true),
    ('sales-2', 'sales', 'Chọn bên khác', 2, true),
    ('sales-3', 'sales', 'Chưa có ngân sách', 3, true),
    ('sales-4', 'sales', 'Không còn nhu cầu', 4, true),
    ('sales-5', 'sales', 'Không liên lạc được', 5, true);

create table deals (
    id text collate "binary" primary key,
    version bigint not null,
    title text not null,
    title_fold text collate "binary" not null,
    customer_id text collate "binary" references customers (id),
    company_id text collate "binary" references companies (id),
    -- Whole đồng.
    amount bigint not null,
    -- The beginning of the day on which it should be won; the last moment of all where nobody has said, so that these
    -- come last.
    closes bigint not null,
    owner_id text collate "binary" references staff (id),
    pipeline_id text collate "binary" not null references pipelines (id),
    stage_id text collate "binary" not null references stages (id),
    lost_reason_id text collate "binary" references lost_reasons (id),
    moved_at bigint not null,
    last_activity_at bigint not null,
    created_at bigint not null,
    updated_at bigint not null,
    deleted_at bigint
);
-- The list in each of its orders.
create index deals_by_close on deals (closes, id) where deleted_at is null;
create index deals_by_amount on deals (amount desc, id desc) where deleted_at is null;
create index deals_by_move on deals (moved_at desc, id desc) where deleted_at is null;
create index deals_by_title on deals (title_fold, id) where deleted_at is null;
-- The columns of a board.
create index deals_by_stage_close on deals (stage_id, closes, id) where deleted_at is null;
create index deals_by_stage_moved on deals (stage_id, moved_at desc, id desc) where deleted_at is null;
create index deals_by_customer on deals (customer_id, moved_at desc, id desc) where deleted_at is null;
create index deals_by_company on deals (company_id, moved_at desc, id desc) where deleted_at is null;

-- What happened to a deal, in the words of that day.
create table deal_events (
    id text collate "binary" primary key,
    deal_id text collate "binary" not null references deals (id),
    at bigint not null,
    staff_id text collate "binary" not null references staff (id),
    change text not null
);
create index deal_events_by_deal on deal_events (deal_id, at desc, id desc);

create table tags (
    id text collate "binary" primary key,
    name text not null,
    name_fold text collate "binary" not null unique,
    created_at bigint not null
);

create table tagged (
    -- A company that came of a customer's text has that customer's id: the kind tells them apart.
    kind text collate "binary" not null check (kind in ('customer', 'company', 'deal')),
    record_id text collate "binary" not null,
    tag_id text collate "binary" not null references tags (id),
    primary key (kind, record_id, tag_id)
);
create index tagged_by_tag on tagged (tag_id, kind, record_id);

-- Made anew: SQLite cannot make a column optional. A note is on one thing.
create table notes_next (
    id text collate "binary" primary key,
    customer_id text collate "binary" references customers (id),
    company_id text collate "binary" references companies (id),
    deal_id text collate "binary" references deals (id),
    author_id text collate "binary" not null references staff (id),
    text text not null,
    at bigint not null,
    edited_at bigint,
    deleted_at bigint
);
insert into notes_next (id, customer_id, author_id, text, at, edited_at, deleted_at)
    select id, customer_id, author_id, text, at, edited_at, deleted_at from notes;
drop table notes;
alter table notes_next rename to notes;
create index notes_by_customer on notes (customer_id, at desc, id desc) where deleted_at is null;
create index notes_by_company on notes (company_id, at desc, id desc) where deleted_at is null;
create index notes_by_deal on notes (deal_id, at desc, id desc) where deleted_at is null;
