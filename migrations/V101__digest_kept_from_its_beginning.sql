-- A digest is what was liked between two numbers of likes, whenever and by whomever it is posted.
-- The state of a digest in a channel may also be WAITING, for one that is still to be posted; one
-- that stays SENDING may be there or not, and is left alone.
alter table community_item add column likes_before bigint default 0 not null;
