-- What something (a request, a link, a picture …) took from a subject's quotas: one row for each thing
-- that is limited. Expected when it was let in, then the true amount; money in millionths.
create table usage_entry_new (
  -- request:5, or any name that whoever takes it gives
  entry varchar(220) not null,
  subject varchar(220) not null,
  what varchar(20) not null,
  at timestamp with time zone not null,
  amount bigint not null,
  primary key (entry, subject, what)
);
insert into usage_entry_new (entry, subject, what, at, amount)
  select 'request:' || cast(request as varchar(20)), subject, 'REQUESTS', at, requests from usage_entry;
insert into usage_entry_new (entry, subject, what, at, amount)
  select 'request:' || cast(request as varchar(20)), subject, 'TOKENS', at, tokens from usage_entry;
drop table usage_entry;
alter table usage_entry_new rename to usage_entry;
create index usage_counted on usage_entry (subject, what, at);
create index usage_old on usage_entry (at);

-- Which models an admin lets one member use; none here: what the rules say.
create table limit_model (
  member bigint not null,
  model varchar(200) not null,
  primary key (member, model)
);

-- Where a member's days begin; null as where the server's do.
alter table member add column zone varchar(60);
alter table member add column zone_since timestamp with time zone;

-- By which weight its member's line was charged for it.
alter table request add column weight double precision default 1 not null;
