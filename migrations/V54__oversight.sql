-- Members who let admins read their conversations; all others do not.
create table reading_allowed (
  member_id bigint primary key,
  since timestamp with time zone not null
);

-- A conversation that is to become another member's, once both agree.
create table conversation_offer (
  conversation_id bigint primary key references conversation (id) on delete cascade,
  owner_id bigint not null,
  to_member bigint not null,
  owner_agreed boolean not null,
  taker_agreed boolean not null,
  offered_at timestamp with time zone not null
);
