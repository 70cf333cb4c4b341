-- By which account somebody signed in, and what its platform said of its roles at that time, one a
-- line: platforms tell roles only with what somebody does.
alter table login_link add column person varchar(200);
alter table login_link add column roles text default '' not null;
alter table web_session add column person varchar(200);
alter table web_session add column roles text default '' not null;
