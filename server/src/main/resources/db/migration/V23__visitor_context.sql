-- What the page around a public user tells of him and of itself; nothing of it is verified. One document: bounded, read
-- and written whole, and nothing is asked for inside it.
create table visitor_context (
    person_id uuid primary key references person,
    document  text not null,
    at        timestamptz not null
);
