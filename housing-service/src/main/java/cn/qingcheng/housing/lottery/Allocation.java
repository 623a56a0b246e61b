package cn.qingcheng.housing.lottery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Serial dictatorship: one after the other, each takes the best free unit of their wishes. */
public final class Allocation {

    private Allocation() {}

    /**
     * Gives each ticket, in the order of the line, what is left of its wishes.
     *
     * @param inLine the tickets in the order of the draw
     * @param units numbers of the free units
     * @param struck ids of tickets that take nothing
     * @return one placement for each ticket, in the same order
     */
    public static List<Placement> allocate(
            List<DrawnTicket> inLine, Collection<String> units, Collection<String> struck) {
        Set<String> free = new HashSet<>(units);
        Set<String> out = Set.copyOf(struck);
        List<Placement> placements = new ArrayList<>(inLine.size());
        for (DrawnTicket drawn : inLine) {
            boolean isOut = out.contains(drawn.ticket().id());
            String unit = isOut ? null : best(drawn.ticket().wishes(), free);
            placements.add(new Placement(placements.size() + 1, drawn, unit, isOut));
        }
        return List.copyOf(placements);
    }

    private static @Nullable String best(List<String> wishes, Set<String> free) {
        for (String wish : wishes) {
            if (free.remove(wish)) {
                return wish;
            }
        }
        return null;
    }
}
