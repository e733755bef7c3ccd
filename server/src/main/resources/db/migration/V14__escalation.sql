-- After how long a request that nobody has seen is mailed to the channel's agents.
alter table chat_channel add column escalate_after interval not null default '2 minutes';

-- What was done about a request that nobody had seen; each once, whoever looks. Kept for as long as requests are
-- looked at, and a day longer.
create table escalation (
    chat_id     uuid primary key,
    reminded_at timestamptz not null,
    mailed_at   timestamptz
);
create index escalation_reminded on escalation (reminded_at);
