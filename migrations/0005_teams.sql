-- Teams: whom a member works with, and who leads whom. What a member did belongs to the team they were in then.

create table teams (
    id text collate "binary" primary key,
    name text not null,
    name_fold text collate "binary" not null unique,
    created_at bigint not null,
    updated_at bigint not null
);

alter table staff add column team_id text collate "binary" references teams (id);
create index staff_by_team on staff (team_id);

create table team_leads (
    staff_id text collate "binary" not null references staff (id),
    team_id text collate "binary" not null references teams (id),
    primary key (staff_id, team_id)
);
create index team_leads_by_team on team_leads (team_id);
