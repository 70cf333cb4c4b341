-- What an account has to offer to answer: '' for whatever model is its own, else a model's name.
alter table request add column pool varchar(200) default '' not null;
-- The same of a line's head.
alter table line add column pool varchar(200) default '' not null;
create index line_next_of_pool on line (eligible, pool, served, head);

-- Where in turn the account was when it was chosen last: of two, one with twice the weight comes twice as often.
alter table queue_account add column turn double precision default 0 not null;

-- What was asked of an account in each of the last seconds, as a ring: slot is at_second modulo its size.
create table account_second (
  account varchar(100) not null,
  slot int not null,
  at_second bigint not null,
  requests int not null,
  tokens bigint not null,
  primary key (account, slot)
);

-- What an account did, by hours since 1970.
create table account_hour (
  account varchar(100) not null,
  at_hour bigint not null,
  requests int not null,
  tokens bigint not null,
  primary key (account, at_hour)
);

-- What is known of an account's health, by all processes together, and what admins said of it.
create table account_health (
  name varchar(100) primary key,
  paused boolean not null,
  -- in place of the configuration's; null for that
  weight int,
  -- why it failed last; null since its last success
  kind varchar(20),
  detail varchar(400) not null,
  in_a_row int not null,
  failing_since timestamp with time zone,
  out_until timestamp with time zone,
  -- whether the staff knows
  told boolean not null
);
