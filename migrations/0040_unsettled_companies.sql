-- Companies whose name is not yet ready to be compared: asked for at every start, and nearly always none.
create index companies_unsettled on companies (id) where name_key = '';
