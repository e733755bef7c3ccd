-- Mail on its way: written in the transaction of what it tells of, so that neither is there without the other. A row
-- is due until it was sent or given up; its message id is the same at every try.
create table outbox (
    id         uuid primary key,
    message_id text not null,
    recipient  text not null,
    subject    text not null,
    body       text not null,
    created_at timestamptz not null,
    due_at     timestamptz not null,
    tries      int not null default 0,
    sent_at    timestamptz,
    given_up   timestamptz
);
create index outbox_due on outbox (due_at) where sent_at is null and given_up is null;
