-- The one pair of keys by which browsers' push services know this desk (RFC 8292); made once.
create table push_key (
    one         boolean primary key default true check (one),
    private_key bytea not null,
    public_key  bytea not null
);

-- Where an agent's browsers can be pushed to, as long as the session they were given in lives.
create table push_subscription (
    endpoint   text primary key check (char_length(endpoint) <= 2048),
    agent_id   uuid not null references agent,
    session_id uuid not null references session,
    p256dh     text not null,
    auth       text not null,
    created_at timestamptz not null
);
create index push_subscription_agent on push_subscription (agent_id);
create index push_subscription_session on push_subscription (session_id);
