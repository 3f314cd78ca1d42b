-- People and bodies by country: what is asked of a country is asked of all of them. Without this, a library of 50,000 identities reads them all, twice.
create index identity_country on identity (country) where country is not null;
