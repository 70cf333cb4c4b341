-- How long a pause was when it began: after the clock was set back no more than that is left of it. Null where it began before this was kept.
alter table send_pause add column length_ms bigint;
