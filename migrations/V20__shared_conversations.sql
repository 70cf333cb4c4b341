-- A home is where one conversation is shared by all who write there: one place, or several linked
-- ones. What admins said about places and what they belong to, beside the configuration:
create table conversation_mode (
  scope varchar(300) primary key,
  shared boolean not null
);

-- Places whose home is not the place itself.
create table conversation_place (
  place varchar(300) primary key,
  home varchar(300) not null
);

create table conversation_home (
  home varchar(300) primary key,
  -- the present one
  conversation_id bigint not null references conversation (id) on delete cascade
);

-- Who has written in a home: its conversations are theirs too.
create table conversation_home_member (
  home varchar(300) not null,
  member_id bigint not null,
  primary key (home, member_id)
);
create index conversation_home_of_member on conversation_home_member (member_id);

-- null: its owner's alone
alter table conversation add column home varchar(300);
create index conversation_in_home on conversation (home);

-- who asked, and the message by which they did; null where it was not by a message
alter table turn add column author_id bigint;
update turn set author_id = (select c.member_id from conversation c where c.id = turn.conversation_id);
alter table turn add column asked_by varchar(300);
create index turn_asked_by on turn (asked_by);
