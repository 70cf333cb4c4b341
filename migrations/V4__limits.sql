-- Somebody or something with a quota: member:5, discord-server:1. Its row is locked while one is admitted.
create table limit_subject (
  subject varchar(220) primary key,
  -- what was used until then is forgiven
  counted_from timestamp with time zone not null
);

-- What a request took from a subject's quota: expected when admitted, then the true number.
create table usage_entry (
  request bigint not null,
  subject varchar(220) not null,
  at timestamp with time zone not null,
  requests int not null,
  tokens bigint not null,
  primary key (request, subject)
);
create index usage_of_subject on usage_entry (subject, at);

-- What admins set for one member.
create table limit_override (
  member bigint not null,
  what varchar(20) not null,
  per varchar(20) not null,
  amount bigint not null,
  primary key (member, what, per)
);
