-- Digests, one a channel and a day on which they were due, so that none is posted twice. state:
-- SENDING, SENT, EMPTY.
create table community_digest (
  due varchar(40) not null,
  channel varchar(300) not null,
  state varchar(20) not null,
  at timestamp with time zone not null,
  primary key (due, channel)
);
