-- What was asked and answered on a day, by nothing, member, place and model. No names of members and no texts.
create table daily_use (
  on_day date not null,
  -- ALL, MEMBER, PLACE, MODEL
  kind varchar(10) not null,
  -- '', the member's number, the place's scope, the model's name
  name varchar(220) not null,
  -- what people call the place
  label varchar(100) not null,
  requests bigint not null,
  failed bigint not null,
  conversations bigint not null,
  tokens_in bigint not null,
  tokens_out bigint not null,
  -- in millionths
  money bigint not null,
  waited_ms bigint not null,
  answered_ms bigint not null,
  primary key (on_day, kind, name)
);
create index daily_use_by_kind on daily_use (kind, on_day);
