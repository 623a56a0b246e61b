package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;
import cn.qingcheng.checker.source.Event;
import cn.qingcheng.checker.source.EventLog;
import cn.qingcheng.checker.source.TrafficNotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a transaction has said, the others can hear. An outbox forgets what it sent 7 days ago, so this holds the last
 * week against Kafka; what is older is held by the projections it has led to.
 */
final class OutboxInKafka implements Invariant {
    /** The end of names of topics of which Kafka keeps only the last record of each key. */
    private static final String COMPACTED = ".facts.v1";

    @Override
    public int number() {
        return 4;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public String sentence() {
        return "Every committed outbox row is in Kafka, in order per key, once or more, and none waits for longer than a"
                + " minute.";
    }

    /** A row that was sent, and what must be found of it. */
    private record Sent(String service, long position, String topic, String key, String type, int dataHash) {
        String said() {
            return service + " " + position + " " + type + " of " + key;
        }
    }

    @Override
    public Finding check(CityUnderCheck city) {
        Map<UUID, Sent> sent = new HashMap<>();
        List<String> waiting = new ArrayList<>();
        List<String> parked = new ArrayList<>();
        Set<String> unsendable = city.traffic().unsendable().stream()
                .map(TrafficNotes.Unsendable::eventId)
                .collect(Collectors.toSet());
        for (Database service : city.services()) {
            String name = service.name();
            service.each(
                    "select event_id, position, topic, key, type, data::text from outbox where sent_at is not null",
                    row -> sent.put(
                            row.getObject(1, UUID.class),
                            new Sent(
                                    name,
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6).hashCode())));
            service.each(
                    "select position, type, key from outbox where sent_at is null and parked_at is null"
                            + " and created_at < now() - interval '1 minute' order by position",
                    row -> waiting.add(
                            name + " " + row.getLong(1) + " " + row.getString(2) + " of " + row.getString(3)));
            service.each(
                    "select event_id::text, position, type, key from outbox where parked_at is not null order by position",
                    row -> {
                        if (!unsendable.contains(row.getString(1))) {
                            parked.add(
                                    name + " " + row.getLong(2) + " " + row.getString(3) + " of " + row.getString(4));
                        }
                    });
        }
        Search search = new Search(sent);
        try (EventLog log = new EventLog(city.kafkaAddress())) {
            log.each(
                    new TreeSet<>(sent.values().stream().map(Sent::topic).toList()),
                    message -> Event.of(message).ifPresent(search::take));
        }
        return new Findings(number())
                .counted(sent.size(), "sent rows")
                .counted(search.records, "records in Kafka")
                .counted(search.repeated, "of them repeated")
                .none("sent, but not in Kafka", search.missing())
                .none("another in Kafka than in the outbox", search.different)
                .none("in Kafka before an earlier row of its key", search.disordered)
                .none("waits for more than a minute", waiting)
                .none("parked, and nobody meant it to be", parked)
                .done();
    }

    /** Looks for rows in the order in which Kafka has the records. */
    private static final class Search {
        private final Map<UUID, Sent> sent;
        private final Set<UUID> seen = new java.util.HashSet<>();
        private final Map<String, Long> lastOfKey = new HashMap<>();
        private final List<String> different = new ArrayList<>();
        private final List<String> disordered = new ArrayList<>();
        private long records;
        private long repeated;

        Search(Map<UUID, Sent> sent) {
            this.sent = sent;
        }

        void take(Event event) {
            records++;
            Sent row = sent.get(event.id());
            if (row == null) {
                return;
            }
            if (!seen.add(event.id())) {
                repeated++;
                return;
            }
            if (!row.topic().equals(event.topic())
                    || !row.key().equals(event.key())
                    || !row.type().equals(event.type())
                    || row.dataHash() != event.text().hashCode()) {
                different.add(row.said() + " at " + event.origin());
            }
            Long before = lastOfKey.put(orderedBy(row), row.position());
            if (before != null && before > row.position()) {
                disordered.add(row.said() + " at " + event.origin() + ", after " + before);
                lastOfKey.put(orderedBy(row), before);
            }
        }

        List<String> missing() {
            return sent.entrySet().stream()
                    .filter(row -> !seen.contains(row.getKey()) && !isCompactedAway(row.getValue()))
                    .map(row -> row.getValue().said())
                    .sorted()
                    .toList();
        }

        private boolean isCompactedAway(Sent row) {
            return row.topic().endsWith(COMPACTED) && lastOfKey.getOrDefault(orderedBy(row), 0L) > row.position();
        }

        private static String orderedBy(Sent row) {
            return row.topic() + '\n' + row.key();
        }
    }
}
