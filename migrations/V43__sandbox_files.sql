-- A file of the bot's in the sandbox's chats, under the message that shows it.
create table sandbox_file (
  message_id bigint primary key,
  -- PICTURE, VOICE, AUDIO or DOCUMENT
  kind varchar(20) not null,
  name varchar(300) not null,
  type varchar(200) not null,
  description text not null,
  content bytea not null
);
