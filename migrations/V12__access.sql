-- What admins said about people beside the configuration. By person, for somebody may be allowed
-- before they have ever written; what is said of one account of a member counts for all of them.
create table person_access (
  person varchar(200) primary key,
  allowed boolean not null,
  banned boolean not null,
  paused boolean not null,
  -- null: until an admin ends the pause
  paused_until timestamp with time zone,
  -- from then on they are out, whoever let them in; null for no end
  ends_at timestamp with time zone
);

-- Codes that let people in. Codes are not readable here.
create table invitation (
  code_hash varchar(64) primary key,
  made_by bigint not null,
  uses_left int not null,
  ends_at timestamp with time zone not null
);
