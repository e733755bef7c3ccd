-- The Default channel always exists: where a chat lands when no channel was chosen.
with users as (
    insert into group_ (id, name) values (gen_random_uuid(), 'users') returning id
)
insert into chat_channel (id, name, group_id, is_default)
select gen_random_uuid(), 'Default', users.id, true from users;
