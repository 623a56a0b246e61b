package cn.qingcheng.faults.traffic;

import java.util.Random;

/** Plays a role, turn by turn with pauses of its own, until the run is over; then ends with the turn it is in. */
final class Actor implements Runnable {

    private final String name;
    private final Role role;
    private final Town town;
    private final Random pauses;
    private final long longestPauseMillis;

    Actor(String name, Role role, Town town, Random pauses, long longestPauseMillis) {
        this.name = name;
        this.role = role;
        this.town = town;
        this.pauses = pauses;
        this.longestPauseMillis = longestPauseMillis;
    }

    @Override
    public void run() {
        try {
            while (!town.isOverAfter(pauses.nextLong(longestPauseMillis))) {
                role.act();
            }
        } catch (Persistence.Abandoned open) {
            town.journal().violation(String.valueOf(open.getMessage()));
        } catch (RuntimeException | Error broken) {
            town.journal().violation("the traffic's own actor " + name + " broke: " + broken);
        }
    }
}
