-- SQLite reads figures from an index alone only if every column that is asked for is in it, also the one that says that
-- the call was not removed.

drop index calls_figures;
create index calls_figures on calls (started_at, direction, outcome, team_id, agent_id, ring_ms, talk_ms, disposition_id,
    deleted_at);
