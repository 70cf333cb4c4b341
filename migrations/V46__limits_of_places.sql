-- What admins set for a place or what it belongs to, beside the configuration.
create table limit_place (
  scope varchar(220) not null,
  what varchar(20) not null,
  per varchar(20) not null,
  amount bigint not null,
  primary key (scope, what, per)
);
create table limit_place_model (
  scope varchar(220) not null,
  model varchar(200) not null,
  primary key (scope, model)
);

-- Places in which only so many requests run or wait at once.
create table place_line (
  scope varchar(220) primary key,
  -- the largest number: any
  at_once int not null
);

-- The requests of such places that wait or run.
create table place_request (
  scope varchar(220) not null,
  request bigint not null references request (id) on delete cascade,
  -- 1 if it takes one of the places that run at once: it runs, or may be claimed
  inside smallint not null,
  -- while it waits for one in this scope: the least turn comes next
  turn double precision,
  primary key (scope, request)
);
create index place_request_inside on place_request (scope, inside);
create index place_request_next on place_request (scope, turn, request);
create index place_request_of on place_request (request);
