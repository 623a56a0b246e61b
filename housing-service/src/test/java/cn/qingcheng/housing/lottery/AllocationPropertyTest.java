package cn.qingcheng.housing.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of every draw, whoever takes part and whatever comes out of the drum. */
class AllocationPropertyTest {

    private static final List<String> UNITS = List.of("U1", "U2", "U3", "U4", "U5", "U6");

    @Property(tries = 300)
    void strikingOneTicketLeavesTheOrderOfTheOthers(
            @ForAll("tickets") List<Ticket> tickets, @ForAll("entropy") String entropy) {
        String seed = seed(tickets, entropy);
        List<String> all = ids(Lottery.order(seed, tickets));
        for (Ticket struck : tickets) {
            List<Ticket> others =
                    tickets.stream().filter(t -> !t.equals(struck)).toList();
            List<String> expected = new ArrayList<>(all);
            expected.remove(struck.id());
            assertThat(ids(Lottery.order(seed, others))).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void noUnitGoesTwice(@ForAll("tickets") List<Ticket> tickets, @ForAll("entropy") String entropy) {
        List<String> given = allocate(tickets, entropy, Set.of()).stream()
                .map(Placement::unit)
                .filter(Objects::nonNull)
                .toList();
        assertThat(given).doesNotHaveDuplicates().isSubsetOf(UNITS);
    }

    /** Whoever got less than they wished finds everything they wished more with somebody who came before. */
    @Property(tries = 300)
    void nobodyIsWorseOffThanSomebodyWhoCameLater(
            @ForAll("tickets") List<Ticket> tickets, @ForAll("entropy") String entropy) {
        Set<String> takenBefore = new HashSet<>();
        for (Placement placement : allocate(tickets, entropy, Set.of())) {
            List<String> wishes = placement.drawn().ticket().wishes();
            String unit = placement.unit();
            List<String> better = unit == null ? wishes : wishes.subList(0, wishes.indexOf(unit));
            assertThat(takenBefore).containsAll(better);
            if (unit != null) {
                takenBefore.add(unit);
            }
        }
    }

    @Property(tries = 300)
    void anIndependentAllocationAgrees(
            @ForAll("tickets") List<Ticket> tickets, @ForAll("entropy") String entropy, @ForAll boolean strikeFirst) {
        Set<String> struck = strikeFirst ? Set.of(tickets.get(0).id()) : Set.of();
        Map<String, String> ours = new HashMap<>();
        allocate(tickets, entropy, struck)
                .forEach(p -> ours.put(p.drawn().ticket().id(), p.unit()));
        assertThat(ours).isEqualTo(independent(tickets, seed(tickets, entropy), struck));
    }

    /** The same rule told another way: unit by unit it asks who of those still without one comes first. */
    private static Map<String, String> independent(List<Ticket> tickets, String seed, Set<String> struck) {
        TreeMap<String, Ticket> line = new TreeMap<>();
        tickets.forEach(t -> line.put(String.format("%04d", t.tier()) + Lottery.key(seed, t.id()), t));
        Map<String, String> result = new HashMap<>();
        Map<String, String> ownerOf = new HashMap<>();
        while (!line.isEmpty()) {
            Ticket first = line.pollFirstEntry().getValue();
            String got = struck.contains(first.id())
                    ? null
                    : first.wishes().stream()
                            .filter(UNITS::contains)
                            .filter(wish -> !ownerOf.containsKey(wish))
                            .findFirst()
                            .orElse(null);
            if (got != null) {
                ownerOf.put(got, first.id());
            }
            result.put(first.id(), got);
        }
        return result;
    }

    private static List<Placement> allocate(List<Ticket> tickets, String entropy, Set<String> struck) {
        return Allocation.allocate(Lottery.order(seed(tickets, entropy), tickets), UNITS, struck);
    }

    private static String seed(List<Ticket> tickets, String entropy) {
        return Lottery.seed(
                "R1", Lottery.listDigest(tickets.stream().map(Ticket::id).toList()), entropy);
    }

    private static List<String> ids(List<DrawnTicket> line) {
        return line.stream().map(drawn -> drawn.ticket().id()).toList();
    }

    @Provide
    Arbitrary<List<Ticket>> tickets() {
        Arbitrary<List<String>> wishes =
                Arbitraries.of(UNITS).list().uniqueElements().ofMinSize(1).ofMaxSize(4);
        Arbitrary<Ticket> ticket = Combinators.combine(
                        Arbitraries.integers().between(1, 9999),
                        Arbitraries.integers().between(0, 2),
                        wishes)
                .as((number, tier, wished) -> new Ticket(String.format("HA-2026-%04d", number), tier, wished));
        return ticket.list().uniqueElements(Ticket::id).ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> entropy() {
        return Arbitraries.integers().between(1, 49).list().ofSize(6).map(Object::toString);
    }
}
