-- What an act changed, so that it can be taken back: the thing's name for the program, empty where
-- there is nothing to take back, and how it stood before and after, in words that people can read.
alter table audit add column thing varchar(1000) default '' not null;
alter table audit add column before_state text;
alter table audit add column after_state text;

-- The act that this one took back, and the one that took this one back.
alter table audit add column undoes bigint;
alter table audit add column undone_by bigint;

-- Tried by somebody who may not do it.
alter table audit add column refused boolean default false not null;

-- Who it was, where it was no member (then member_id is 0).
alter table audit add column person varchar(200) default '' not null;

create index audit_by_member on audit (member_id, at);
