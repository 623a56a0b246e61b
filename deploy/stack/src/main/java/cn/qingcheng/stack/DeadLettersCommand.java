package cn.qingcheng.stack;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code deploy/dead-letters}. */
@Command(
        name = "dead-letters",
        description =
                "Messages that a consumer gave up: what they are, and back to the consumer once its fault is mended.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show | replay)")
final class DeadLettersCommand {
    private static final Clock CLOCK = Clock.systemUTC();

    @Mixin
    CityCommand city = new CityCommand();

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            scope = ScopeType.INHERIT,
            description = "Ask this Kafka (default: the one of the city on the data folder).")
    @Nullable
    String kafka;

    private DeadLetters open() {
        String address = kafka == null
                ? "127.0.0.1:"
                        + Addresses.read(city.dataFolder(Layout.find())).ports().kafka()
                : kafka;
        return new DeadLetters(address, CLOCK);
    }

    @Command(
            description = "Lists the letters that were not put back, by consumer; never what they say.",
            mixinStandardHelpOptions = true)
    int list(
            @Parameters(paramLabel = "CONSUMER", arity = "0..1", description = "Its letters alone.") @Nullable
                    String consumer,
            @Option(names = "--all", description = "Those that were put back, too.") boolean all) {
        PrintWriter out = city.out();
        int listed = 0;
        try (DeadLetters letters = open()) {
            for (String name : consumer == null ? letters.consumers() : List.of(consumer)) {
                List<DeadLetter> found = letters.of(name).stream()
                        .filter(letter -> all || !letter.isReplayed())
                        .toList();
                listed += found.size();
                if (!found.isEmpty()) {
                    out.println(name);
                    found.forEach(letter -> out.println(line(letter)));
                }
            }
        }
        out.printf("%d dead letters.%n", listed);
        return 0;
    }

    private static String line(DeadLetter letter) {
        return "  %4d  given up %s%s, from %s, event %s, type %s: %s"
                .formatted(
                        letter.number(),
                        letter.givenUp().truncatedTo(ChronoUnit.SECONDS),
                        letter.isReplayed() ? ", put back " + letter.replayed().truncatedTo(ChronoUnit.SECONDS) : "",
                        letter.origin(),
                        letter.eventId().isEmpty() ? "-" : letter.eventId(),
                        letter.type().isEmpty() ? "-" : letter.type(),
                        letter.reason());
    }

    @Command(description = "Prints one letter with its headers and what it says.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "CONSUMER") String consumer,
            @Parameters(paramLabel = "LETTER", description = "Its number, or the id of its event.") String name) {
        PrintWriter out = city.out();
        try (DeadLetters letters = open()) {
            DeadLetter letter = called(name, letters.of(consumer), consumer);
            ConsumerRecord<byte[], byte[]> message = letters.message(letter);
            out.println(line(letter));
            out.printf("key: %s%n", text(message.key()));
            message.headers().forEach(header -> out.printf("%s: %s%n", header.key(), text(header.value())));
            out.printf("%n%s%n", text(message.value()));
        }
        return 0;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    @Command(
            description =
                    "Puts letters back to the topic they came from, for the consumer that gave them up and no other."
                            + " Each goes back once; one that is given up again is a new letter.",
            mixinStandardHelpOptions = true)
    int replay(
            @Parameters(paramLabel = "CONSUMER") String consumer,
            @Parameters(paramLabel = "LETTER", arity = "0..*", description = "Numbers, or ids of events.") @Nullable
                    List<String> names,
            @Option(names = "--all", description = "All that were not put back.") boolean all) {
        if (all == (names != null && !names.isEmpty())) {
            throw new StackFailure("Say which letters to put back: their numbers, their events' ids, or --all.");
        }
        try (DeadLetters letters = open()) {
            List<DeadLetter> found = letters.of(consumer);
            Set<DeadLetter> chosen = new LinkedHashSet<>(all ? found : chosen(names, found, consumer));
            List<DeadLetter> open =
                    chosen.stream().filter(letter -> !letter.isReplayed()).toList();
            letters.replay(open);
            city.out()
                    .printf(
                            "%d put back for %s; %d had been before.%n",
                            open.size(), consumer, chosen.size() - open.size());
        }
        return 0;
    }

    private static List<DeadLetter> chosen(@Nullable List<String> names, List<DeadLetter> found, String consumer) {
        List<DeadLetter> chosen = new ArrayList<>();
        for (String name : names == null ? List.<String>of() : names) {
            chosen.add(called(name, found, consumer));
        }
        return chosen;
    }

    /** An event may have been given up again after it was put back: the last letter of that name is meant. */
    private static DeadLetter called(String name, List<DeadLetter> found, String consumer) {
        return found.stream()
                .filter(letter -> letter.isCalled(name))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new StackFailure("There is no dead letter " + name + " of " + consumer + "."));
    }
}
