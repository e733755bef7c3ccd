-- How people are looked for and put in order: in small letters, without accents and other marks on letters, and with
-- letters that only some alphabets have written as others would type them.
create function search_text(given text) returns text
    language sql immutable parallel safe
    return regexp_replace(
        replace(replace(replace(translate(lower(normalize(given, nfkd)), 'øłđðı', 'olddi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
        '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g');

-- The words of a text, cut at spaces and at punctuation but for the underscore, which belongs to logins. What somebody
-- types into a search is cut in the same way: it is words and nothing else, and no sign in it is a wildcard.
create function search_words(given text) returns tsvector
    language sql immutable parallel safe
    return array_to_tsvector(array_remove(regexp_split_to_array(search_text(given),
        '[[:space:]\u0021-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u007e\u00a1-\u00bf\u060c\u061b\u061f\u2010-\u206f\u3000-\u303f]+'),
        ''));

-- Customer users by name, which is kept ready, because a search puts all it finds in order; and each place in which one is
-- found by the words of a search.
alter table person add column search_name text
    generated always as (case when kind = 'customer_user' then search_text(name) end) stored;
create index person_customer_user on person (search_name, id) where kind = 'customer_user';
create index person_customer_user_words on person using gin (search_words(name)) where kind = 'customer_user';
create index customer_user_words on customer_user using gin (search_words(login || ' ' || email));
create index customer_words on customer using gin (search_words(name || ' ' || number));

-- The chats that somebody was asked for, beside those he asked for himself.
create index chat_addressee on chat (addressee_id) where addressee_id is not null;
