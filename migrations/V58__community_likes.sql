-- Reactions of people whom the platform names, one row for each sign.
create table community_like (
  post_id bigint not null references community_post (id) on delete cascade,
  person varchar(200) not null,
  sign varchar(100) not null,
  primary key (post_id, person, sign)
);

-- Reactions where the platform tells only how many there are, such as Telegram's channels.
create table community_tally (
  post_id bigint not null references community_post (id) on delete cascade,
  sign varchar(100) not null,
  people integer not null,
  primary key (post_id, sign)
);
