-- The last words of a member's tabs that are gone, as JSON: what such a tab said before and arrives after is void.
alter table voice_leases add column goodbyes text not null default '[]';
