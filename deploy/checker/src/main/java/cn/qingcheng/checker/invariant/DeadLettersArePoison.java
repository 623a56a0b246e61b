package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Consumers;
import cn.qingcheng.checker.source.DeadLetters;
import cn.qingcheng.checker.source.DeadLetters.Letter;
import cn.qingcheng.checker.source.Event;
import cn.qingcheng.checker.source.EventLog;
import cn.qingcheng.checker.source.TrafficNotes.Poison;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Nothing good is given up and nothing bad is swallowed. A message that is no event at all is poison to everybody who
 * hears its topic; of one that is, somebody must have choked on it.
 */
final class DeadLettersArePoison implements Invariant {

    @Override
    public int number() {
        return 10;
    }

    @Override
    public String name() {
        return "dead letters";
    }

    @Override
    public String sentence() {
        return "The dead-letter topics hold exactly the poison that was put in, and none when none was.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        List<Poison> poison = city.traffic().poison();
        try (EventLog log = new EventLog(city.kafkaAddress())) {
            List<Letter> letters = DeadLetters.read(log).letters();
            return new Findings(number())
                    .counted(poison.size(), "poison messages put in")
                    .counted(letters.size(), "dead letters")
                    .none("a dead letter that is no poison", innocent(poison, letters))
                    .none("poison that is no dead letter", swallowed(poison, letters, eventsAmong(log, poison)))
                    .done();
        }
    }

    private static List<String> innocent(List<Poison> poison, List<Letter> letters) {
        return letters.stream()
                .filter(letter -> poison.stream().noneMatch(one -> isOf(one, letter)))
                .map(letter -> letter.consumer() + " gave up " + letter.key() + " of " + letter.origin())
                .toList();
    }

    /** Those poison messages that have the form of an event. */
    private static Set<Poison> eventsAmong(EventLog log, List<Poison> poison) {
        Set<Poison> events = new HashSet<>();
        log.each(
                poison.stream().map(Poison::topic).collect(Collectors.toCollection(TreeSet::new)),
                message -> Event.of(message)
                        .ifPresent(event -> poison.stream()
                                .filter(one -> one.topic().equals(event.topic())
                                        && event.key().contains(one.marker()))
                                .forEach(events::add)));
        return events;
    }

    private static List<String> swallowed(List<Poison> poison, List<Letter> letters, Set<Poison> events) {
        List<String> swallowed = new ArrayList<>();
        for (Poison one : poison) {
            List<String> hearers = Consumers.of(one.topic());
            Set<String> chokedOnIt = letters.stream()
                    .filter(letter -> isOf(one, letter))
                    .map(Letter::consumer)
                    .collect(Collectors.toSet());
            boolean isSwallowed = events.contains(one)
                    ? chokedOnIt.isEmpty() && !hearers.isEmpty()
                    : !chokedOnIt.containsAll(hearers);
            if (isSwallowed) {
                swallowed.add(
                        one.marker() + " in " + one.topic() + " was given up by " + chokedOnIt + " of " + hearers);
            }
        }
        return swallowed;
    }

    private static boolean isOf(Poison poison, Letter letter) {
        return letter.origin().topic().equals(poison.topic()) && letter.key().contains(poison.marker());
    }
}
