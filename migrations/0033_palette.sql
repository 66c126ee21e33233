-- Deals are found by the words of their titles, as customers and companies are by theirs: see customer_words. The words
-- of deals that are there already are worked out by the program after this migration.

alter table deals add column words text not null default '';

create table deal_words (
    word text collate "binary" not null,
    deal_id text collate "binary" not null references deals (id),
    primary key (word, deal_id)
);

create index deals_by_activity on deals (last_activity_at desc, id desc) where deleted_at is null;
