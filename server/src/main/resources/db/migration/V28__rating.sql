-- What the outsider of a closed chat thought of it; a chat has one. `at` is when it was first given.
create table rating (
    chat_id   uuid primary key references chat,
    person_id uuid not null references person,
    score     int not null check (score between 1 and 5),
    comment   text check (char_length(comment) between 1 and 1000),
    at        timestamptz not null
);
