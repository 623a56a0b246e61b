package cn.qingcheng.faults.fault;

import cn.qingcheng.stack.Part;
import cn.qingcheng.stack.StackFailure;
import java.util.List;
import java.util.stream.IntStream;

/** Restarts every service and the gateway as an update does: of each service, one instance at a time. */
final class RollingRestart implements Injection {
    private final Roster roster;
    private final Keeper keeper;

    RollingRestart(Roster roster, Keeper keeper) {
        this.roster = roster;
        this.keeper = keeper;
    }

    @Override
    public String inflict(Fault fault, Ending ending) {
        int most =
                roster.services().values().stream().mapToInt(List::size).max().orElse(0);
        int restarted = IntStream.range(0, most)
                .map(instance -> restart(instances(instance), ending))
                .sum();
        restarted += restart(List.of(roster.named(Roster.GATEWAY)), ending);
        return "restarted " + restarted + " processes in turn";
    }

    /** The instances with this number of all services, which go together; services are updated independently. */
    private List<Part> instances(int index) {
        return roster.services().values().stream()
                .filter(service -> index < service.size())
                .map(service -> service.get(index))
                .toList();
    }

    private int restart(List<Part> parts, Ending ending) {
        if (ending.hasCome()) {
            return 0;
        }
        parts.forEach(keeper::hold);
        try {
            return parts.parallelStream().mapToInt(RollingRestart::restart).sum();
        } finally {
            parts.forEach(keeper::release);
        }
    }

    /** What cannot be started, as something it needs is away too, is left to the keeper. */
    private static int restart(Part part) {
        part.stop();
        try {
            part.start();
            return 1;
        } catch (StackFailure notYet) {
            return 0;
        }
    }
}
