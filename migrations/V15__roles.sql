-- What an admin made of somebody: MODERATOR or ADMIN; null for neither. Owners are in the configuration.
alter table person_access add column role varchar(20);

-- The hours in which they are let in, as in mon-fri 09:00-17:00; null for always.
alter table person_access add column hours varchar(200);
