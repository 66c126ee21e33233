-- The audit is searched: by what a thing was called then, by whom, by what was done, over time.
alter table audit add column name text not null default '';
alter table audit add column name_fold text collate "binary" not null default '';
create index audit_by_time on audit (at, id);
create index audit_by_member on audit (staff_id, at, id);
