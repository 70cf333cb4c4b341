-- Who answers in a conversation: a model's name and a persona's; null for the usual ones.
alter table conversation add column model varchar(200);
alter table conversation add column persona varchar(100);

-- What a turn's answer used, and which model gave it; null while it is not whole.
alter table turn add column tokens_in bigint;
alter table turn add column tokens_out bigint;
alter table turn add column model varchar(200);
