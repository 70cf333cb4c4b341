-- Members who want to be forgotten, until they are.
create table forget_wish (
  member_id bigint primary key,
  wished_at timestamp with time zone not null
);
