-- Who likes a post in the sandbox's community channel, as a real platform would keep it.
create table sandbox_like (
  message_id bigint not null references sandbox_message (id) on delete cascade,
  person varchar(100) not null,
  primary key (message_id, person)
);
