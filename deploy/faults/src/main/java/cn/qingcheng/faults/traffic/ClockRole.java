package cn.qingcheng.faults.traffic;

import java.time.Duration;

/** Moves the city's time on, some days at a step. */
final class ClockRole implements Role {

    private final Desk desk;
    private final Town town;
    private final TrafficPlan plan;

    ClockRole(Desk desk, Town town, TrafficPlan plan) {
        this.desk = desk;
        this.town = town;
        this.plan = plan;
    }

    @Override
    public void act() {
        if (!town.isOverAfter(plan.clockStep().toMillis())) {
            town.clock().advance(Duration.ofDays(1L + desk.below(plan.mostDaysAStep())));
            town.journal().tally().count("clock", "days");
        }
    }
}
