create table lease (
  name varchar(100) primary key,
  holder varchar(100) not null,
  until_at timestamp with time zone not null
);
