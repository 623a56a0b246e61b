package cn.qingcheng.faults.traffic;

import cn.qingcheng.stack.CityClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What all actors of a run know: its people, what day it is, and what is under way that needs several of them. */
final class Town {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final Journal journal;
    private final CityClock clock;
    private final List<Graduate> graduates;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, List<String>> openRounds = new ConcurrentHashMap<>();
    private final Set<String> batches = new ConcurrentSkipListSet<>();

    Town(Journal journal, CityClock clock, List<Graduate> graduates) {
        this.journal = journal;
        this.clock = clock;
        this.graduates = List.copyOf(graduates);
    }

    Journal journal() {
        return journal;
    }

    CityClock clock() {
        return clock;
    }

    List<Graduate> graduates() {
        return graduates;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.now(), CITY);
    }

    YearMonth month() {
        return YearMonth.from(today());
    }

    /** Waits so long, less when the run ends meanwhile; says whether it has ended. */
    boolean isOverAfter(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void end() {
        over.countDown();
    }

    /** The flats of each round that takes applications, by its id. */
    Map<String, List<String>> openRounds() {
        return openRounds;
    }

    /** Batches of payments that the bank has not answered in full. */
    Set<String> batches() {
        return batches;
    }

    Optional<Graduate> graduateOf(String talentId) {
        return graduates.stream()
                .filter(graduate -> graduate.talentId().equals(talentId))
                .findFirst();
    }
}
