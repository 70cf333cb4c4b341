-- The private chats in which Telegram's apps show a list of commands of their own, because whoever is in it
-- may do more than others; so that it can be taken away whenever they may no longer.
create table telegram_menu (
  bot bigint not null,
  -- also the number of whoever is in it
  chat bigint not null,
  -- a digest of the list
  shown varchar(64) not null,
  primary key (bot, chat)
);
