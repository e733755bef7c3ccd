-- What somebody asked for who cannot sign in (yet): an account of his own, or a new password. Each is a row of the same
-- make whether there is such an account or not; what comes of it only his mail tells him. The link in that mail holds
-- the token whose hash is here. Used or not, a row is swept away after a week.
create table account_request (
    id            uuid primary key,
    kind          text not null check (kind in ('registration', 'customer_reset', 'agent_reset')),
    email         text not null,
    locale        text not null,
    created_at    timestamptz not null,
    -- Of a registration: the newcomer as he described himself, and the browser he did it in. Emptied when it is used.
    name          text,
    company       text,
    time_zone     text,
    password_hash text,
    browser_hash  bytea,
    -- Of a reset: whose.
    person_id     uuid references person,
    -- Once the link has been mailed.
    token_hash    bytea unique,
    expires_at    timestamptz,
    -- Used, or nothing was to be done about it.
    done_at       timestamptz
);
create index account_request_new on account_request (created_at) where token_hash is null and done_at is null;
create index account_request_person on account_request (person_id) where done_at is null;
create index account_request_created on account_request (created_at);
