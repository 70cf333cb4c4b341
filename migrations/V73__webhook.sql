-- What Telegram has brought, until it is understood and stored where it belongs: it is answered only when
-- it is here. Any process may receive it; the one that listens takes it from here.
create table telegram_update (
  id bigint primary key,
  body text not null
);
