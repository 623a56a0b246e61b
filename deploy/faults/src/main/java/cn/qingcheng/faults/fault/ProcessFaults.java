package cn.qingcheng.faults.fault;

import cn.qingcheng.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Processes that die or stand still. */
final class ProcessFaults implements Injection {
    private static final int LONGEST_DEATH_MILLIS = 8_000;
    /** Of so many deaths in a service, one takes all its instances. */
    private static final int ALL_INSTANCES_ONE_IN = 4;

    private final Roster roster;
    private final Keeper keeper;

    ProcessFaults(Roster roster, Keeper keeper) {
        this.roster = roster;
        this.keeper = keeper;
    }

    @Override
    public String inflict(Fault fault, Ending ending) {
        Random random = fault.random();
        return switch (fault.kind()) {
            case KILL_BROKER -> kill(List.of(roster.named(Roster.KAFKA)), random);
            case KILL_DATABASE -> kill(List.of(roster.named(Roster.POSTGRES)), random);
            case KILL_GATEWAY -> kill(List.of(roster.named(Roster.GATEWAY)), random);
            case KILL_SERVICE -> kill(instances(random), random);
            case PAUSE -> pause(roster.any(random), fault.length(), ending);
            default -> throw new IllegalArgumentException("not done to processes: " + fault.kind());
        };
    }

    private List<Part> instances(Random random) {
        List<Part> service = roster.anyService(random);
        boolean all = random.nextInt(ALL_INSTANCES_ONE_IN) == 0;
        return all ? service : List.of(Roster.one(service, random));
    }

    private String kill(List<Part> parts, Random random) {
        Duration pause = Duration.ofMillis(random.nextInt(LONGEST_DEATH_MILLIS));
        parts.forEach(part -> keeper.kill(part, pause));
        return "killed " + Roster.names(parts) + ", dead for " + pause.toMillis() + " ms";
    }

    private static String pause(Part part, Duration length, Ending ending) {
        part.pause();
        try {
            ending.await(length);
        } finally {
            part.resume();
        }
        return "paused " + part.name() + " for " + length.toMillis() + " ms";
    }
}
