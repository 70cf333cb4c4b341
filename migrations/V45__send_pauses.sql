-- Until when a platform wants no calls of a kind: kept over restarts. One row for each rate that was exceeded.
create table send_pause (
  bucket varchar(300) not null,
  per_ms bigint not null,
  until_at timestamp with time zone not null,
  primary key (bucket, per_ms)
);
