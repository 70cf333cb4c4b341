-- Channels that admins added (open_now) or took out of those in the configuration.
create table community_channel (
  channel varchar(300) primary key,
  open_now boolean not null
);
