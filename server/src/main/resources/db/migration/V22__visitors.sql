-- By what a widget knows that its page's own server speaks. A shared secret has to be kept as it is, for HMAC needs it;
-- the one before the newest stays good until the next rotation.
create table widget_secret (
    widget_id  uuid primary key references widget,
    secret     text not null,
    previous   text,
    rotated_at timestamptz not null
);

create table widget_public_key (
    widget_id uuid not null references widget,
    position  int not null,
    pem       text not null check (char_length(pem) <= 1000),
    primary key (widget_id, position)
);

-- Who came through which widget, and, if the page's server vouches for him, as whom. Several people may be one subject:
-- somebody who had begun to chat before he was known stays who he is in that chat.
create table visitor (
    person_id     uuid primary key references person,
    widget_id     uuid not null references widget,
    subject       text check (char_length(subject) between 1 and 200),
    identified_at timestamptz,
    customer      text check (char_length(customer) <= 200),
    attributes    text not null default '{}',
    check ((subject is null) = (identified_at is null))
);
create index visitor_subject on visitor (widget_id, subject, identified_at desc) where subject is not null;

-- Tokens that were used, until they would have expired anyway: none is good for a second time.
create table identity_token (
    widget_id  uuid not null references widget,
    id_hash    bytea not null,
    expires_at timestamptz not null,
    primary key (widget_id, id_hash)
);
create index identity_token_expires on identity_token (expires_at);

-- Whether the page a public user came from vouches for who he is, and for his address.
alter table public_user
    add column verified       boolean not null default false,
    add column email_verified boolean not null default false;

-- A session about to be taken along into a window of its own: one a session, for a minute, once.
create table handover (
    session_id  uuid primary key references session,
    secret_hash bytea not null unique,
    expires_at  timestamptz not null
);
