-- Calls to an account beside all requests, made only while nobody needs the room.
create table spare_call (
  id varchar(40) primary key,
  account varchar(100) not null,
  lease_until timestamp with time zone not null
);

-- How often a title was asked for; null where none is to be made: it was given by hand or is there.
alter table conversation add column title_tries int;
-- From when on a title may be asked for; null until there is an answer.
alter table conversation add column title_due timestamp with time zone;
create index conversation_title_due on conversation (title_due);
