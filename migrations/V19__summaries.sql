-- What was said up to and including a turn, in fewer words; made once, when it fits no window any more.
create table turn_summary (
  turn_id bigint primary key references turn (id) on delete cascade,
  text text not null,
  made_at timestamp with time zone not null
);
