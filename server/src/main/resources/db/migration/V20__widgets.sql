-- How the chat window behaves on which web pages. What is set is one document: it grows by members, is read and written
-- whole, and nothing is asked for inside it. Every change is a version of its own.
create table widget (
    id         uuid primary key,
    key        text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name       text not null check (char_length(name) between 1 and 64),
    valid      boolean not null default true,
    version    int not null,
    created_at timestamptz not null,
    check (valid or key <> 'external')
);

create table widget_version (
    widget_id uuid not null references widget,
    version   int not null,
    document  text not null,
    at        timestamptz not null,
    by_id     uuid references person,
    primary key (widget_id, version)
);

-- The built-in widget always exists: the external interface's own window.
with built_in as (
    insert into widget (id, key, name, version, created_at)
    values (gen_random_uuid(), 'external', 'External interface', 1, now()) returning id
)
insert into widget_version (widget_id, version, document, at)
select id, 1, '{}', now() from built_in;
