package cn.qingcheng.housing.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The check values everybody can recompute with sha256sum. */
class LotteryTest {

    private static final List<String> IDS =
            List.of("HA-2025-0001", "HA-2025-0002", "HA-2025-0003", "HA-2025-0004", "HA-2025-0005");
    private static final String ENTROPY = "07,31,18,44,02,26";

    @Test
    void theDigestOfTheListIsThatOfItsLines() {
        assertThat(Lottery.listDigest(IDS))
                .isEqualTo("3db9531414448f1b3f6ca42a58eb00b637d989854b309615c3d6141e370bb33b");
    }

    @Test
    void theDigestDoesNotDependOnTheOrderOfHanding() {
        assertThat(Lottery.listDigest(List.of(IDS.get(4), IDS.get(0), IDS.get(3), IDS.get(2), IDS.get(1))))
                .isEqualTo(Lottery.listDigest(IDS));
    }

    @Test
    void theSeedBeginsAsPublished() {
        assertThat(Lottery.seed("R2025-01", Lottery.listDigest(IDS), ENTROPY)).startsWith("81dc34ea");
    }

    @Test
    void theOrderIsTwoThreeFiveOneFour() {
        String seed = Lottery.seed("R2025-01", Lottery.listDigest(IDS), ENTROPY);
        List<Ticket> tickets =
                IDS.stream().map(id -> new Ticket(id, 0, List.of())).toList();
        assertThat(Lottery.order(seed, tickets))
                .extracting(drawn -> drawn.ticket().id())
                .containsExactly("HA-2025-0002", "HA-2025-0003", "HA-2025-0005", "HA-2025-0001", "HA-2025-0004");
    }

    @Test
    void aLowerTierIsServedFirstWhateverTheKeys() {
        String seed = Lottery.seed("R2025-01", Lottery.listDigest(IDS), ENTROPY);
        List<Ticket> tickets = List.of(
                new Ticket("HA-2025-0002", 1, List.of()),
                new Ticket("HA-2025-0004", 0, List.of()),
                new Ticket("HA-2025-0003", 1, List.of()));
        assertThat(Lottery.order(seed, tickets))
                .extracting(drawn -> drawn.ticket().id())
                .containsExactly("HA-2025-0004", "HA-2025-0002", "HA-2025-0003");
    }

    @Test
    void aChangedWishChangesTheDigestOfTheInputs() {
        Ticket ticket = new Ticket("HA-2025-0001", 0, List.of("SH01-1-101", "SH01-1-102"));
        Ticket swapped = new Ticket("HA-2025-0001", 0, List.of("SH01-1-102", "SH01-1-101"));
        assertThat(Lottery.inputsDigest(List.of(ticket))).isNotEqualTo(Lottery.inputsDigest(List.of(swapped)));
    }
}
