-- Where a platform that cannot send a message once only was about to send one: behind this bookmark.
alter table request add column sending varchar(300);
