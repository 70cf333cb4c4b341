-- What platforms delivered and was done, so that a second delivery does nothing, also after a restart.
create table event_done (
  event_key varchar(300) primary key,
  done_at timestamp with time zone not null
);
create index event_done_old on event_done (done_at);
