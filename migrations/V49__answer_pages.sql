-- How answers are given in places, where an admin has said so: TEXT, LINK or BOTH; and for how long
-- their links live, in the short form of an expiry (empty: as usual).
create table answer_way (
  scope varchar(300) primary key,
  way varchar(10) not null,
  wished_end varchar(60) not null
);

-- Shares that were made of an answer by themselves. While the answer grows, what there is of it
-- stands here, for any process to show.
create table answer_page (
  turn_id bigint primary key references turn (id) on delete cascade,
  share_id bigint not null references share (id) on delete cascade,
  growing boolean not null,
  -- whether the chat shows the link in the place of the text
  instead boolean not null,
  content text not null,
  -- counts its changes
  version bigint not null
);
create index answer_page_of_share on answer_page (share_id);
