-- Our messages about somebody who is forgotten, until they are taken away from the platform.
create table forget_message (
  message varchar(700) primary key,
  -- empty where it is not known
  place varchar(300) not null,
  since timestamp with time zone not null
);
