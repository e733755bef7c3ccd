-- What outsiders take for the chat's channel, where it was moved without telling them.
alter table chat add column told_channel_id uuid references chat_channel;
