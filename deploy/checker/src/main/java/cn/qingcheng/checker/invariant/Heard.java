package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.source.Consumers;
import cn.qingcheng.checker.source.DeadLetters;
import cn.qingcheng.checker.source.Event;
import cn.qingcheng.checker.source.EventLog;
import cn.qingcheng.checker.source.Origin;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What each consumer has to go by: every event of its topics once, but for those it has given up. */
record Heard(EventLog log, DeadLetters deadLetters) {

    void each(String consumer, Consumer<Event> taker) {
        Set<Origin> givenUp = deadLetters.givenUpBy(consumer);
        Set<UUID> seen = new HashSet<>();
        log.each(
                Consumers.topicsOf(consumer),
                message -> Event.of(message)
                        .filter(event -> !givenUp.contains(event.origin()))
                        .filter(event -> seen.add(event.id()))
                        .ifPresent(taker));
    }

    /** Whether nothing the consumer has ever heard is too old for Kafka to have it still. */
    boolean isWhole(String consumer) {
        return log.isWhole(Consumers.topicsOf(consumer));
    }
}
