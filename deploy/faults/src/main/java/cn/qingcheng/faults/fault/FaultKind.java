package cn.qingcheng.faults.fault;

import java.time.Duration;

/** A way in which the city is disturbed. */
public enum FaultKind {
    /** One instance of a service dies, or all of one service. */
    KILL_SERVICE(0, 0, 3),
    KILL_BROKER(0, 0, 2),
    KILL_DATABASE(0, 0, 2),
    KILL_GATEWAY(0, 0, 1),
    /** A process stands still and goes on without knowing that time has passed. */
    PAUSE(1, 20, 3),
    /** No service reaches the broker, which is well. */
    BROKER_AWAY(20, 60, 1),
    /** The connections between two parts are cut, a few times. */
    CUT(1, 10, 3),
    /** Bytes between two parts stand still, and their connections stay open. */
    STALL(2, 20, 3),
    /** Bytes between two parts come late and slowly. */
    SLOW(5, 25, 2),
    /** Events come again, in the order of their key and in another between keys. */
    REDELIVER(0, 0, 3),
    /** All consumers of a service begin again some records back. */
    REWIND(0, 0, 2),
    /** The database server's disk is full. */
    DISK_FULL(5, 15, 1),
    /** Every service and the gateway is restarted in turn, as for an update. */
    ROLLING_RESTART(0, 0, 1),
    /** Messages that no listener can digest. */
    POISON(0, 0, 2);

    private final int shortestSeconds;
    private final int longestSeconds;
    private final int weight;

    FaultKind(int shortestSeconds, int longestSeconds, int weight) {
        this.shortestSeconds = shortestSeconds;
        this.longestSeconds = longestSeconds;
        this.weight = weight;
    }

    /** How long it lasts at least; zero for what is done at once. */
    Duration shortest() {
        return Duration.ofSeconds(shortestSeconds);
    }

    Duration longest() {
        return Duration.ofSeconds(longestSeconds);
    }

    /** How often it happens compared with others; what weighs one happens once in a run at most. */
    int weight() {
        return weight;
    }
}
