-- Under which number outsiders know an agent in a chat, where names are masked: given when he first contributes to it, in
-- turn, and kept for good (ADR 21). Counted whether names are masked or not, so that the setting can be switched at any time.
alter table participant add column mask smallint;

update participant p
   set mask = counted.mask
  from (select p.chat_id, p.person_id, row_number() over (partition by p.chat_id order by f.seq) as mask
          from participant p
          join person w on w.id = p.person_id and w.kind = 'agent'
         cross join lateral (
                select min(e.seq) as seq
                  from entry e
                 where e.chat_id = p.chat_id and e.author_id = p.person_id and not e.internal
                   and e.kind <> 'channel_changed') f
         where f.seq is not null) counted
 where counted.chat_id = p.chat_id and counted.person_id = p.person_id;
