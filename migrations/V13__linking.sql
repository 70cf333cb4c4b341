-- Codes that make two members one. Codes are not readable here.
create table link_code (
  code_hash varchar(64) primary key,
  -- whose account made it: its member stays
  person varchar(200) not null,
  ends_at timestamp with time zone not null
);

-- The member whom they became a part of; the row stays for what names it still.
alter table member add column merged_into bigint;
