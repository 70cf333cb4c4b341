-- Lists of commands of their own that Telegram's apps show somebody: in their private chat with the bot, and
-- in the chats in which the staff reads; so that each can be taken away whenever it is not theirs any more.
create table telegram_own_menu (
  bot bigint not null,
  chat bigint not null,
  -- who alone sees it there; 0 in a private chat, which has the number of whoever is in it
  reader bigint not null,
  -- a digest of the list
  shown varchar(64) not null,
  primary key (bot, chat, reader)
);
insert into telegram_own_menu (bot, chat, reader, shown) select bot, chat, 0, shown from telegram_menu;
drop table telegram_menu;
