-- When whoever asked a person in vain left him a note, which happens once for a request (ADR 24).
alter table chat add column note_left_at timestamptz;
