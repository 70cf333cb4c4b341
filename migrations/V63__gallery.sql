-- What can be looked for in the community's open posts. All of it can be made anew from the posts,
-- and it goes with them.
create table gallery_entry (
  share_id bigint primary key references share (id) on delete cascade,
  -- the version of the share, and the tags of the post, that were read
  version bigint not null,
  tags varchar(2000) not null,
  likes bigint not null,
  -- the first lines, plain
  excerpt varchar(1000) not null
);

-- Words in UTF-8, so that both databases sort them by their bytes; of Chinese, Japanese, Korean and
-- other scripts without spaces each sign and each two that stand together. Tags begin with #.
create table gallery_word (
  word bytea not null,
  share_id bigint not null references gallery_entry (share_id) on delete cascade,
  primary key (word, share_id)
);
create index gallery_word_of_share on gallery_word (share_id);
