-- Whether a channel shows whoever waits in it his place in line, and how long it usually takes.
alter table chat_channel add column shows_position boolean not null default false;
alter table chat_channel add column shows_wait boolean not null default false;

-- The last requests of a channel that were accepted.
create index chat_accepted on chat (channel_id, accepted_at) where accepted_at is not null;
