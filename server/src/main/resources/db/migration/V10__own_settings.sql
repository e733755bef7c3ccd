-- What an agent set for himself, as one document: it grows by members, is read and written whole, and nothing is asked
-- for inside it.
create table preference (
    agent_id uuid primary key references agent,
    document text not null
);

-- "I am here although out of office": ends with the period, because it is the period's.
alter table out_of_office add column overridden boolean not null default false;

-- What an agent was about to write where; his own, gone when it is sent.
create table draft (
    agent_id   uuid not null references agent,
    chat_id    uuid not null references chat,
    body       text not null,
    visibility text not null check (visibility in ('everyone', 'agents')),
    at         timestamptz not null,
    primary key (agent_id, chat_id)
);

-- Texts kept for the composer: an agent's own, those of a channel's agents, those of all.
create table canned_reply (
    id         uuid primary key,
    scope      text not null check (scope in ('own', 'channel', 'global')),
    agent_id   uuid references agent,
    channel_id uuid references chat_channel,
    code       text not null check (char_length(code) between 1 and 32),
    body       text not null,
    valid      boolean not null default true,
    check ((scope = 'own') = (agent_id is not null)),
    check ((scope = 'channel') = (channel_id is not null))
);
create unique index canned_reply_own on canned_reply (agent_id, lower(code)) where valid and scope = 'own';
create unique index canned_reply_channel on canned_reply (channel_id, lower(code)) where valid and scope = 'channel';
create unique index canned_reply_global on canned_reply (lower(code)) where valid and scope = 'global';
