-- The chat's last entry, in both numberings, before a participant became what he is: who comes into a chat while he
-- is connected is sent what follows, the entry that says so first.
alter table participant
    add column since_seq        bigint not null default 0,
    add column since_public_seq bigint not null default 0;
