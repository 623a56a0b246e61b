package cn.qingcheng.faults;

import cn.qingcheng.faults.traffic.Tally;
import java.util.List;

/** What one seed was and did. */
public record SeedReport(long seed, Tally tally, List<String> violations) {

    String line() {
        return "seed %d: %d operations, %d of them 2xx, refused %s, %d lost answers, %d retries, %d violations"
                .formatted(
                        seed,
                        tally.operations(),
                        tally.good(),
                        tally.refusals(),
                        tally.lost(),
                        tally.retries(),
                        violations.size());
    }
}
