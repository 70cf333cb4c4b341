-- A share that somebody wants shown in the community, wherever it stands; its copies in the channels
-- are the rows of community_post. state: CHOOSING (its author chooses tags), WAITING (for the
-- staff), OPEN, DECLINED, WITHDRAWN (by its author), REMOVED (by the staff), ENDED (with its link).
create table community_item (
  share_id bigint primary key references share (id) on delete cascade,
  owner_id bigint not null,
  state varchar(20) not null,
  -- names, one a line
  tags varchar(2000) default '' not null,
  changed_at timestamp with time zone not null,
  -- when it was first shown; null as long as it was not
  posted_at timestamp with time zone,
  -- what the staff has allowed, see Approvable; empty if nothing
  approved varchar(300) default '' not null,
  -- who decided last, and why
  decided_by bigint,
  reason varchar(500) default '' not null,
  -- how much it was liked when a digest was made last
  likes_told bigint default 0 not null
);
create index community_item_by_state on community_item (state, posted_at);

insert into community_item (share_id, owner_id, state, changed_at, posted_at)
  select p.share_id, min(p.owner_id),
    case when sum(case when p.state in ('SHOWN', 'POSTING') then 1 else 0 end) > 0 then 'OPEN'
      when sum(case when p.state = 'ENDED' then 1 else 0 end) > 0 then 'ENDED'
      else 'WITHDRAWN' end,
    current_timestamp, min(p.posted_at)
  from community_post p group by p.share_id;

-- Copies: what each shows (the share's version), and what keeps it from showing what it should.
alter table community_post add column version bigint default -1 not null;
alter table community_post add column trouble varchar(500) default '' not null;
alter table community_post add column failures integer default 0 not null;
alter table community_post add column again_at timestamp with time zone;
update community_post set state = 'SHOWN' where state = 'WITHDRAWING';
create index community_post_by_message on community_post (message);
