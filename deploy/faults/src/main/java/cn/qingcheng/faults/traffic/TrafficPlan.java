package cn.qingcheng.faults.traffic;

import java.net.URI;
import java.time.Duration;

/**
 * How much happens.
 *
 * @param gateway the gateway, through the link that faults are put on if there is one
 * @param graduates fresh ones, each with an account and a record of its own
 * @param clockStep real time between two moves of the city's clock
 * @param mostDaysAStep the clock moves on by one day up to so many
 * @param answerPatience how long a client waits for an answer before it takes it for lost
 * @param finishPatience how long open operations may take to get their final answer once all faults are over
 */
public record TrafficPlan(
        URI gateway,
        int graduates,
        Duration clockStep,
        int mostDaysAStep,
        Duration answerPatience,
        Duration finishPatience) {

    private static final int MOST_GRADUATES = 500;

    public TrafficPlan {
        if (graduates < 1 || graduates > MOST_GRADUATES) {
            throw new IllegalArgumentException("1 to " + MOST_GRADUATES + " graduates, not " + graduates);
        }
    }

    /** Some sixty people, and about two and a half months in ninety seconds. */
    public static TrafficPlan usual(URI gateway) {
        return new TrafficPlan(gateway, 45, Duration.ofSeconds(4), 6, Duration.ofSeconds(12), Duration.ofMinutes(3));
    }
}
