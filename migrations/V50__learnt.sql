-- What was learnt about a server that need not be found out again at each start.
create table learnt (
  name varchar(300) primary key,
  said varchar(300) not null,
  at timestamp with time zone not null
);
