-- Of what in a chat an agent wants to be told while he is not looking.
alter table participant
    add column monitoring text not null default 'all' check (monitoring in ('off', 'customer', 'all'));
