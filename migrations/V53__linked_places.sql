-- Places that have one conversation together; conversation_place says the same of their home.
create table relay_place (
  place varchar(300) primary key,
  home varchar(300) not null,
  name varchar(400) not null,
  -- what is said around copies there
  language varchar(100) not null,
  joined_at timestamp with time zone not null,
  -- up to this turn everything is carried over
  carried bigint not null
);
create index relay_place_of_home on relay_place (home);

-- Codes that link another place. Codes are not readable here.
create table relay_code (
  code_hash varchar(64) primary key,
  person varchar(200) not null,
  place varchar(300) not null,
  name varchar(400) not null,
  language varchar(100) not null,
  ends_at timestamp with time zone not null
);

-- What shows a turn in another place than that in which it was asked.
create table relay_copy (
  turn_id bigint not null references turn (id) on delete cascade,
  place varchar(300) not null,
  -- QUESTION, ANSWER, or FILE and its number
  what varchar(20) not null,
  -- the message that asked, by whose number an edit and a deletion are known
  source varchar(300),
  -- one a line
  messages text not null,
  -- where a message that was perhaps sent is to be looked for
  sending varchar(300),
  done boolean not null,
  primary key (turn_id, place, what)
);
create index relay_copy_of_source on relay_copy (source, place);

-- The messages among these that show answers, for whoever replies to one.
create table relay_answer (
  message varchar(300) primary key,
  turn_id bigint not null references turn (id) on delete cascade
);
create index relay_answer_of_turn on relay_answer (turn_id);

-- Messages that are gone where they were said, until their copies are.
create table relay_gone (
  message varchar(300) primary key,
  at timestamp with time zone not null
);
