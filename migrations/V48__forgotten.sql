-- Accounts that were forgotten, by a mark that only they lead to: what they used, and what admins set
-- for them, counts under this number of a member who is not there any more.
create table forgotten_mark (
  mark varchar(64) primary key,
  member bigint not null,
  -- null: an admin set a limit for them
  until_at timestamp with time zone
);
create index forgotten_mark_of on forgotten_mark (member);

-- When they became a part of another; what they did at that very moment follows a little later.
alter table member add column merged_at timestamp with time zone;
