-- Nothing is deleted but by retention and erasure; things become invalid.

create table person (
    id         uuid primary key,
    kind       text not null check (kind in ('agent', 'customer_user', 'public_user')),
    name       text not null check (char_length(name) between 1 and 64),
    created_at timestamptz not null
);

create table agent (
    id            uuid primary key references person,
    login         text not null,
    email         text not null,
    password_hash text not null,
    admin         boolean not null default false,
    availability  text not null default 'unavailable' check (availability in ('unavailable', 'internal', 'external')),
    locale        text not null default 'en',
    time_zone     text not null default 'UTC',
    valid         boolean not null default true
);
create unique index agent_login on agent (lower(login));
create unique index agent_email on agent (lower(email));

create table out_of_office (
    id        uuid primary key,
    agent_id  uuid not null references agent,
    starts_at timestamptz not null,
    ends_at   timestamptz not null check (ends_at > starts_at)
);
create index out_of_office_agent on out_of_office (agent_id, ends_at);

create table customer (
    id     uuid primary key,
    number text not null unique,
    name   text not null check (char_length(name) between 1 and 200),
    valid  boolean not null default true
);

create table customer_user (
    id            uuid primary key references person,
    customer_id   uuid not null references customer,
    login         text not null,
    email         text not null,
    password_hash text not null,
    locale        text not null default 'en',
    time_zone     text not null default 'UTC',
    valid         boolean not null default true
);
create unique index customer_user_login on customer_user (lower(login));
create unique index customer_user_email on customer_user (lower(email));
create index customer_user_customer on customer_user (customer_id);

create table public_user (
    id         uuid primary key references person,
    email      text,
    locale     text,
    page_title text,
    page_url   text
);

create table group_ (
    id    uuid primary key,
    name  text not null,
    valid boolean not null default true
);
create unique index group_name on group_ (lower(name));

create table permission (
    agent_id   uuid not null references agent,
    group_id   uuid not null references group_,
    permission text not null check (permission in ('chat_observer', 'chat_participant', 'chat_owner', 'ro', 'rw')),
    primary key (agent_id, group_id, permission)
);
create index permission_group on permission (group_id, permission);

create table session (
    id         uuid primary key,
    token_hash bytea not null unique,
    person_id  uuid not null references person,
    created_at timestamptz not null,
    used_at    timestamptz not null,
    expires_at timestamptz not null,
    device     text not null default '',
    ended_at   timestamptz
);
create index session_person on session (person_id) where ended_at is null;

create table chat_channel (
    id                 uuid primary key,
    name               text not null,
    group_id           uuid not null references group_,
    is_default         boolean not null default false,
    for_customers      boolean not null default true,
    for_public         boolean not null default true,
    availability_check boolean not null default false,
    comment            text not null default '',
    valid              boolean not null default true,
    no_answer_after    interval not null default '3 minutes',
    missed_after       interval not null default '30 minutes',
    idle_warning_after interval not null default '10 minutes',
    idle_close_after   interval not null default '20 minutes',
    check (not is_default or valid)
);
create unique index chat_channel_name on chat_channel (lower(name));
create unique index chat_channel_default on chat_channel (is_default) where is_default;

-- My chat channels: where an agent takes external requests. Being owner is checked again at each use.
create table agent_channel (
    agent_id   uuid not null references agent,
    channel_id uuid not null references chat_channel,
    primary key (agent_id, channel_id)
);

-- A chat's row is its lock: whoever appends an entry, or changes state or participants, holds it. The fill factor leaves
-- room for the counters to be updated in place.
create table chat (
    id              uuid primary key,
    channel_id      uuid not null references chat_channel,
    direction       text not null check (direction in ('agent_agent', 'agent_customer', 'customer', 'public')),
    status          text not null check (status in ('request', 'active', 'closed')),
    reason          text check (reason in ('closed', 'left', 'declined', 'withdrawn', 'abandoned', 'missed', 'timeout')),
    requester_id    uuid not null references person,
    addressee_id    uuid references person,
    accepted_by     uuid references person,
    continues_id    uuid references chat,
    version         bigint not null default 1,
    last_seq        bigint not null default 0,
    last_public_seq bigint not null default 0,
    created_at      timestamptz not null,
    accepted_at     timestamptz,
    closed_at       timestamptz,
    no_answer_told  boolean not null default false,
    idle_warned     boolean not null default false,
    check ((status = 'closed') = (closed_at is not null and reason is not null))
) with (fillfactor = 50);
create index chat_open on chat (status, channel_id) where status <> 'closed';
create index chat_requester on chat (requester_id);

create table participant (
    chat_id    uuid not null references chat,
    person_id  uuid not null references person,
    level      text not null check (level in ('observer', 'participant', 'owner')),
    state      text not null check (state in ('invited', 'active', 'declined', 'left')),
    position   int not null,
    note       text,
    invited_by uuid references person,
    since      timestamptz not null,
    gone_at    timestamptz,
    primary key (chat_id, person_id)
);
create index participant_person on participant (person_id, chat_id) where state in ('invited', 'active');

-- The log. seq counts every entry, public_seq those for everyone: an internal entry carries the count so far, so that every
-- entry says where both audiences stand. No foreign keys: the writer's statement has proved both sides under the chat's lock,
-- and checking again would cost more than the insert (ADR 4).
create table entry (
    chat_id    uuid not null,
    seq        bigint not null,
    public_seq bigint not null,
    internal   boolean not null,
    kind       text not null,
    author_id  uuid,
    subject_id uuid,
    client_id  uuid,
    body       text,
    at         timestamptz not null,
    primary key (chat_id, seq)
);
create unique index entry_client_id on entry (chat_id, author_id, client_id) where client_id is not null;

-- How far a person has read, in both numberings.
create table read_mark (
    chat_id    uuid not null,
    person_id  uuid not null,
    seq        bigint not null,
    public_seq bigint not null,
    primary key (chat_id, person_id)
) with (fillfactor = 70);

create table audit (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    actor_id uuid references person,
    action   text not null,
    subject  text not null,
    detail   text not null default ''
);

create table setting (
    name  text primary key,
    value text not null
);
