-- The library of one store. Offsets count code points, as substr does; instants are ISO 8601 in UTC ending in Z; booleans are 0 or 1.
-- Facts are those of each article's current version. Large columns stand last, so that the others are read without them.

create table setting (name text primary key, value text not null) strict, without rowid;

create table source (
  id integer primary key autoincrement, name text not null unique,
  kind text not null check (kind in ('file', 'folder', 'page', 'feed', 'sitemap', 'archive', 'list')),
  address text not null, added_at text not null,
  is_watched integer not null default 0, keep_days integer, may_export_text integer not null default 1,
  checked_at text, succeeded_at text, failed_at text, failure text, next_check_at text, fetch_state text
) strict;

create table producer (
  id integer primary key, digest text not null unique, readout text not null, knowledge text, models text not null
) strict;

-- One report with its copies.
create table report (
  id integer primary key autoincrement,
  first_article_id integer references article (id) deferrable initially deferred
) strict;
create index report_first on report (first_article_id);

create table article (
  id integer primary key autoincrement, key text not null unique,
  source_id integer references source (id), report_id integer not null references report (id),
  address text, outlet text, first_seen_at text not null, published_on text, title text,
  version_id integer not null references version (id) deferrable initially deferred,
  copy_of integer references article (id) deferrable initially deferred
) strict;
create index article_day on article (published_on);
create index article_source on article (source_id);
create index article_report on article (report_id);
create index article_version on article (version_id);
create index article_copy on article (copy_of) where copy_of is not null;

-- A text of an article and the record that was read from it. "repairs": signs that no database keeps in text (NUL, halves of surrogate pairs) stand as U+FFFD in text; here is where they were.
create table version (
  id integer primary key autoincrement, article_id integer not null references article (id) on delete cascade, number integer not null,
  text_hash text not null, title text, publisher text, authors text not null, published_on text, published_at text, updated_at text,
  date_clue text, language text, wire text, is_truncated integer not null, length integer not null, seen_at text not null,
  producer_id integer not null references producer (id), read_at text not null,
  repairs text, blocks blob not null, signature blob, record blob not null, text text not null,
  unique (article_id, number)
) strict;
create index version_producer on version (producer_id);

-- Bands stay when an article gets a new version: what copies its older text is a copy too.
create table copy_band (
  band integer not null, hash integer not null, article_id integer not null, primary key (band, hash, article_id)
) strict, without rowid;

create table identity (
  id integer primary key autoincrement, kind text not null, name text not null, country text, iso3 text, wikidata text, office text,
  first_seen_on text, last_seen_on text
) strict;
create index identity_iso3 on identity (iso3) where iso3 is not null;
create index identity_wikidata on identity (wikidata) where wikidata is not null;

-- By which names articles tell an identity, and how often. "folded": the writing by which it is found; null where that is the name in small letters.
create table identity_name (
  identity_id integer not null references identity (id) on delete cascade, name text not null, folded text, told integer not null,
  primary key (identity_id, name)
) strict, without rowid;
create index identity_name_folded on identity_name (coalesce(folded, lower(name)));

create table identity_decision (
  id integer primary key autoincrement, at text not null, who text not null, kind text not null check (kind in ('merge', 'split')),
  identity_id integer not null, other_id integer, detail text not null, is_undone integer not null default 0
) strict;

-- Entities of an article that have an identity; the record has them all, with names and mentions. Facts name an entity by its number, so
-- that who it is stands here alone.
create table entity (
  article_id integer not null references article (id) on delete cascade, number integer not null,
  identity_id integer not null references identity (id), told integer not null,
  primary key (article_id, number)
) strict, without rowid;
create index entity_identity on entity (identity_id);

create table statement (
  article_id integer not null references article (id) on delete cascade, number integer not null, fact_key text not null,
  kind text not null, act text not null, speaker_number integer, on_behalf_number integer, addressee_number integer,
  source_kind text, source_start integer, source_end integer, cue_start integer, cue_end integer, lemma text,
  content_start integer not null, content_end integer not null, sentence_start integer not null, sentence_end integer not null,
  within_number integer, is_negated integer not null, is_hedged integer not null, confidence integer not null,
  primary key (article_id, number)
) strict, without rowid;

create table event (
  article_id integer not null references article (id) on delete cascade, number integer not null, fact_key text not null,
  type text not null, mode text, realis text not null,
  trigger_start integer not null, trigger_end integer not null, sentence_start integer not null, sentence_end integer not null,
  date_start text, date_end text, date_grain text, date_status text,
  place_number integer, stated_in integer, uttered_in integer, confidence integer not null,
  primary key (article_id, number)
) strict, without rowid;
create index event_date on event (date_start) where date_start is not null;

create table participant (
  article_id integer not null, event_number integer not null, number integer not null, role text not null,
  entity_number integer not null, words_start integer not null, words_end integer not null,
  primary key (article_id, event_number, number),
  foreign key (article_id, event_number) references event (article_id, number) on delete cascade
) strict, without rowid;

create table event_area (
  article_id integer not null, event_number integer not null, area text not null,
  primary key (article_id, event_number, area),
  foreign key (article_id, event_number) references event (article_id, number) on delete cascade
) strict, without rowid;

create table cooperation (
  article_id integer not null references article (id) on delete cascade, number integer not null, fact_key text not null,
  area text not null, stage text, realis text not null,
  words_start integer not null, words_end integer not null, sentence_start integer not null, sentence_end integer not null,
  stated_in integer, confidence integer not null,
  primary key (article_id, number)
) strict, without rowid;

create table party (
  article_id integer not null, cooperation_number integer not null, number integer not null, entity_number integer not null,
  primary key (article_id, cooperation_number, number),
  foreign key (article_id, cooperation_number) references cooperation (article_id, number) on delete cascade
) strict, without rowid;

create table comparison (
  article_id integer not null references article (id) on delete cascade, number integer not null, fact_key text not null,
  claim text not null, words_start integer not null, words_end integer not null, sentence_start integer not null, sentence_end integer not null,
  since_start text, since_end text, about_number integer, stated_in integer, confidence integer not null,
  primary key (article_id, number)
) strict, without rowid;

-- Which entities are mentioned inside the content of a statement.
create table about (
  article_id integer not null, entity_number integer not null, statement_number integer not null,
  primary key (article_id, entity_number, statement_number),
  foreign key (article_id, statement_number) references statement (article_id, number) on delete cascade
) strict, without rowid;

create table change (
  id integer primary key autoincrement, article_id integer not null references article (id) on delete cascade,
  from_version_id integer not null references version (id) on delete cascade, to_version_id integer not null references version (id) on delete cascade,
  fact_kind text not null, fact_key text not null, kind text not null check (kind in ('vanished', 'appeared')), words text not null, found_at text not null
) strict;
create index change_article on change (article_id);
create index change_from on change (from_version_id);
create index change_to on change (to_version_id);

create table intake_item (
  id integer primary key autoincrement, source_id integer not null references source (id) on delete cascade, key text not null,
  state text not null check (state in ('waiting', 'done', 'failed')), reason text, code text, can_retry integer not null default 0,
  attempts integer not null default 0, article_id integer references article (id) on delete set null, at text not null,
  unique (source_id, key)
) strict;
create index intake_item_open on intake_item (state) where state <> 'done';
create index intake_item_article on intake_item (article_id) where article_id is not null;

create table alert_sent (rule text not null, fact_key text not null, at text not null, primary key (rule, fact_key)) strict, without rowid;

-- What was forgotten, without its words.
create table forgotten (
  id integer primary key autoincrement, at text not null, who text not null, what text not null, articles integer not null, facts integer not null
) strict;

-- Which words stand in an article's current version; phrases are looked for in its text.
create virtual table article_fts using fts5 (
  title, text, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 2"
);
-- Pieces of the index fit a page of the file.
insert into article_fts (article_fts, rank) values ('pgsz', 970);

-- Views for readers of tables: one for each kind of fact, words cut from the text of the current version.

create view articles as
select a.id, a.key, a.report_id, a.copy_of, a.title, a.outlet, a.address, a.published_on, a.first_seen_at, s.name as source,
  v.number as version, v.publisher, v.authors, v.language, v.wire, v.is_truncated, v.length, v.text
from article a join version v on v.id = a.version_id left join source s on s.id = a.source_id;

create view statements as
select t.article_id, t.number, t.fact_key, t.kind, t.act, t.is_negated, t.is_hedged,
  speaker.id as speaker_id, speaker.name as speaker, speaker.country as speaker_country, t.source_kind,
  substr(v.text, t.source_start + 1, t.source_end - t.source_start) as source,
  behalf.name as on_behalf_of, addressee.name as addressee, t.lemma,
  substr(v.text, t.cue_start + 1, t.cue_end - t.cue_start) as cue,
  substr(v.text, t.content_start + 1, t.content_end - t.content_start) as content,
  substr(v.text, t.sentence_start + 1, t.sentence_end - t.sentence_start) as sentence,
  t.confidence / 100.0 as confidence, a.title, a.outlet, a.published_on, a.address, a.report_id, a.copy_of
from statement t join article a on a.id = t.article_id join version v on v.id = a.version_id
  left join entity speaker_entity on speaker_entity.article_id = t.article_id and speaker_entity.number = t.speaker_number
  left join identity speaker on speaker.id = speaker_entity.identity_id
  left join entity behalf_entity on behalf_entity.article_id = t.article_id and behalf_entity.number = t.on_behalf_number
  left join identity behalf on behalf.id = behalf_entity.identity_id
  left join entity addressee_entity on addressee_entity.article_id = t.article_id and addressee_entity.number = t.addressee_number
  left join identity addressee on addressee.id = addressee_entity.identity_id;

create view events as
select e.article_id, e.number, e.fact_key, e.type, e.mode, e.realis,
  (select group_concat(x.name, '; ') from (
    select coalesce(i.name, substr(v.text, p.words_start + 1, p.words_end - p.words_start)) as name, p.number
    from participant p left join entity n on n.article_id = p.article_id and n.number = p.entity_number
      left join identity i on i.id = n.identity_id
    where p.article_id = e.article_id and p.event_number = e.number and p.role = 'actor' order by p.number) x) as actors,
  (select group_concat(x.name, '; ') from (
    select coalesce(i.name, substr(v.text, p.words_start + 1, p.words_end - p.words_start)) as name, p.number
    from participant p left join entity n on n.article_id = p.article_id and n.number = p.entity_number
      left join identity i on i.id = n.identity_id
    where p.article_id = e.article_id and p.event_number = e.number and p.role = 'recipient' order by p.number) x) as recipients,
  (select group_concat(x.name, '; ') from (
    select coalesce(i.name, substr(v.text, p.words_start + 1, p.words_end - p.words_start)) as name, p.number
    from participant p left join entity n on n.article_id = p.article_id and n.number = p.entity_number
      left join identity i on i.id = n.identity_id
    where p.article_id = e.article_id and p.event_number = e.number and p.role = 'host' order by p.number) x) as hosts,
  (select group_concat(x.name, '; ') from (
    select coalesce(i.name, substr(v.text, p.words_start + 1, p.words_end - p.words_start)) as name, p.number
    from participant p left join entity n on n.article_id = p.article_id and n.number = p.entity_number
      left join identity i on i.id = n.identity_id
    where p.article_id = e.article_id and p.event_number = e.number and p.role = 'mediator' order by p.number) x) as mediators,
  (select group_concat(x.area, '; ') from (
    select area from event_area where article_id = e.article_id and event_number = e.number order by area) x) as areas,
  place.name as place, e.date_start, e.date_end, e.date_grain, e.date_status, coalesce(e.date_start, a.published_on) as on_day,
  teller.name as stated_by,
  substr(v.text, e.trigger_start + 1, e.trigger_end - e.trigger_start) as words,
  substr(v.text, e.sentence_start + 1, e.sentence_end - e.sentence_start) as sentence,
  e.confidence / 100.0 as confidence, a.title, a.outlet, a.published_on, a.address, a.report_id, a.copy_of
from event e join article a on a.id = e.article_id join version v on v.id = a.version_id
  left join entity place_entity on place_entity.article_id = e.article_id and place_entity.number = e.place_number
  left join identity place on place.id = place_entity.identity_id
  left join statement told on told.article_id = e.article_id and told.number = e.stated_in
  left join entity teller_entity on teller_entity.article_id = told.article_id and teller_entity.number = told.speaker_number
  left join identity teller on teller.id = teller_entity.identity_id;

create view meetings as select * from events where type = 'CONSULT';

create view cooperations as
select c.article_id, c.number, c.fact_key,
  (select group_concat(x.name, '; ') from (
    select i.name, p.number from party p join entity n on n.article_id = p.article_id and n.number = p.entity_number
      join identity i on i.id = n.identity_id
    where p.article_id = c.article_id and p.cooperation_number = c.number order by p.number) x) as parties,
  c.area, c.stage, c.realis, teller.name as stated_by,
  substr(v.text, c.words_start + 1, c.words_end - c.words_start) as words,
  substr(v.text, c.sentence_start + 1, c.sentence_end - c.sentence_start) as sentence,
  c.confidence / 100.0 as confidence, a.title, a.outlet, a.published_on, a.address, a.report_id, a.copy_of
from cooperation c join article a on a.id = c.article_id join version v on v.id = a.version_id
  left join statement told on told.article_id = c.article_id and told.number = c.stated_in
  left join entity teller_entity on teller_entity.article_id = told.article_id and teller_entity.number = told.speaker_number
  left join identity teller on teller.id = teller_entity.identity_id;

create view comparisons as
select c.article_id, c.number, c.fact_key, c.claim, c.since_start, c.since_end, c.about_number, teller.name as stated_by,
  substr(v.text, c.words_start + 1, c.words_end - c.words_start) as words,
  substr(v.text, c.sentence_start + 1, c.sentence_end - c.sentence_start) as sentence,
  c.confidence / 100.0 as confidence, a.title, a.outlet, a.published_on, a.address, a.report_id, a.copy_of
from comparison c join article a on a.id = c.article_id join version v on v.id = a.version_id
  left join statement told on told.article_id = c.article_id and told.number = c.stated_in
  left join entity teller_entity on teller_entity.article_id = told.article_id and teller_entity.number = told.speaker_number
  left join identity teller on teller.id = teller_entity.identity_id;

create view changes as
select c.id, c.article_id, c.kind, c.fact_kind, c.fact_key, c.words, c.found_at, f.number as from_version, t.number as to_version,
  a.title, a.outlet, a.published_on, a.address
from change c join article a on a.id = c.article_id join version f on f.id = c.from_version_id join version t on t.id = c.to_version_id;
