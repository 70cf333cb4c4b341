-- One row. Whoever moves requests between states counts it up first, and so holds it until the commit.
create table queue_clock (
  id smallint primary key,
  turn bigint not null,
  -- the member who last had nothing left to claim: newcomers to an empty line start from their count
  last_left bigint,
  -- moving average of how long answers take
  service_seconds double precision
);
insert into queue_clock (id, turn) values (1, 0);

-- READY: may be claimed. BEHIND: waits for one of its lane. LATER: waits for a time.
-- RUNNING; DELIVERING: the account has answered. UNDELIVERED: and nobody delivers. DONE, FAILED, CANCELLED.
create table request (
  id bigint primary key,
  -- the id again, for the indexes: "order by id limit 1" would tempt planners to walk the primary key
  arrival bigint not null,
  event_key varchar(300) not null unique,
  member bigint not null,
  lane varchar(200) not null,
  state varchar(20) not null,
  -- expected; the true number once it is known
  tokens bigint not null,
  -- what its member's line was charged for it
  charged bigint not null,
  attempt int not null,
  failures int not null,
  stop_wanted boolean not null,
  submitted_at timestamp with time zone not null,
  not_before timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  account varchar(100),
  holder varchar(100),
  lease_until timestamp with time zone,
  place varchar(200) not null,
  -- set while it waits and has a note
  note_at timestamp with time zone,
  note varchar(300),
  shown text,
  why varchar(1000),
  -- the rest is carried for whoever answers
  place_kind varchar(20) not null,
  place_name text not null,
  place_scopes text not null,
  roles text not null,
  reply_handle text not null,
  payload text not null
);
create index request_of_member on request (member, state, arrival);
create index request_in_lane on request (lane, state, arrival);
create index request_running on request (state, account);
create index request_later on request (state, not_before);
create index request_noted on request (note_at);

-- A member's line: one row for each who ever asked.
create table line (
  member bigint primary key,
  -- service received, in tokens divided by weight
  served double precision not null,
  weight double precision not null,
  -- so many may run at once; null for any number
  at_once int,
  -- READY, BEHIND and LATER, and the tokens expected for them
  waiting int not null,
  waiting_tokens bigint not null,
  ready int not null,
  running int not null,
  -- the oldest READY
  head bigint,
  -- 1 if head may be claimed now
  eligible smallint not null
);
create index line_next on line (eligible, served, head);

-- What the accounts can take, as the processes that use them say.
create table queue_account (
  name varchar(100) primary key,
  concurrency int not null,
  seen_at timestamp with time zone not null
);
