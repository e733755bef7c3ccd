-- Which open requests stood on an agent's screen in front of his eyes. Needed as long as a request may wait, and
-- swept away a day later.
create table request_seen (
    chat_id  uuid not null,
    agent_id uuid not null references agent,
    at       timestamptz not null,
    primary key (chat_id, agent_id)
);
create index request_seen_at on request_seen (at);
