-- What people add in the reading room: corrections, collections, saved searches, and who may come in.

-- Only ever appended; a later entry says more. "article_key" and "fact_key" hold in the next reading and version too; "fact_key" is null where the
-- entry adds the fact. "anchor": the words it is about, with what stands before and after, in code points of a version. "change": what it says, as JSON.
create table correction (
  id integer primary key autoincrement, at text not null, who text not null, article_key text not null,
  fact_kind text not null check (fact_kind in ('statement', 'event', 'cooperation', 'comparison', 'entity')), fact_key text,
  action text not null check (action in ('accept', 'reject', 'correct', 'add', 'comment', 'undo')),
  anchor text not null, change text not null, undoes integer references correction (id) on delete cascade
) strict;
create index correction_article on correction (article_key);
create index correction_undone on correction (undoes) where undoes is not null;

create table account (
  id integer primary key autoincrement, name text not null unique, role text not null check (role in ('reader', 'reviewer', 'editor', 'admin')),
  password_hash text not null, added_at text not null, is_disabled integer not null default 0
) strict;

-- "id" is the hash of what the browser holds.
create table session (
  id text primary key, account_id integer not null references account (id) on delete cascade, csrf text not null,
  made_at text not null, seen_at text not null, ends_at text not null
) strict, without rowid;
create index session_account on session (account_id);

create table token (
  id integer primary key autoincrement, account_id integer not null references account (id) on delete cascade, name text not null,
  secret_hash text not null unique, scopes text not null, made_at text not null, used_at text, ends_at text, is_revoked integer not null default 0
) strict;
create index token_account on token (account_id);

-- What was done by whom, without words of articles.
create table audit (id integer primary key autoincrement, at text not null, who text not null, action text not null, what text not null) strict;

create table collection (
  id integer primary key autoincrement, slug text not null unique, title text not null, made_by text not null, made_at text not null,
  is_archived integer not null default 0
) strict;

create table collection_item (
  collection_id integer not null references collection (id) on delete cascade, number integer not null,
  kind text not null check (kind in ('article', 'fact')), article_key text not null, fact_key text, note text, added_by text not null, at text not null,
  primary key (collection_id, number)
) strict, without rowid;
create index collection_item_article on collection_item (article_key);

create table saved_search (
  id integer primary key autoincrement, slug text not null unique, title text not null, query text not null, made_by text not null, made_at text not null
) strict;
