-- What was imported was asked by no request of ours.
alter table turn alter column request_id drop not null;
