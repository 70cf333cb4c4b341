-- Whether the staff channels follow the log, and from which level on; one row, id 1, or none.
create table log_feed (
  id smallint primary key,
  level varchar(10) not null
);

-- To which channel a notice is still to be said; one row for each. '' for those of before: to all.
alter table staff_notice add column channel varchar(300) default '' not null;

-- When a platform was heard last, by whichever process listens to it.
create table platform_heard (
  platform varchar(40) primary key,
  at timestamp with time zone not null
);
