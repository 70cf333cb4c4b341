-- Who reads a share, and how often. While it is a draft, what its owner wishes stands here already.
alter table share add column shown_name varchar(400);
alter table share add column opens_left integer;
alter table share add column password_hash varchar(300);
-- counts every change of what the page shows, so that a copy of it is known to be old
alter table share add column version bigint default 0 not null;
-- what of the conversation, and when it is to end, in their own short forms
alter table share add column selection varchar(100) default 'all' not null;
-- the answer at which its owner began, for "only this one"
alter table share add column anchor_turn_id bigint;
alter table share add column wished_end varchar(60) default '' not null;
-- the live share that this draft is to be the next revision of
alter table share add column updates_id bigint;
-- fingerprints of what was found in it and is covered
alter table share add column covered varchar(4000) default '' not null;
alter table share add column remind_at timestamp with time zone;
create index share_by_reminder on share (state, remind_at);

-- Private addresses that lead to a share for a short time. revision 0: the present one.
create table share_pass (
  token_hash varchar(64) primary key,
  share_id bigint not null references share (id) on delete cascade,
  revision integer not null,
  ends_at timestamp with time zone not null
);
create index share_pass_by_end on share_pass (ends_at);
create index share_pass_of_share on share_pass (share_id);
