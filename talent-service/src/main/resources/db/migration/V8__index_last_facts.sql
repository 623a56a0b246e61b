-- The purge of sent events keeps the last facts of each talent and asks for each of the others whether there are newer ones.
create index outbox_facts on outbox (topic, key, position) where topic like '%.facts.v1';
