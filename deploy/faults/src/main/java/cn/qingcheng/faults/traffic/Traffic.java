package cn.qingcheng.faults.traffic;

import cn.qingcheng.stack.Stack;
import cn.qingcheng.stack.StackFailure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Random traffic of a whole city for a while, through the gateway, from a seed. Every actor has a chance of its own that
 * is drawn from the seed and the actor's name: the seed replays who exists and what each decides on what it sees. It does
 * not replay the machine: which of two concurrent requests comes first, and so what is seen, may differ.
 */
public final class Traffic {

    private static final int GRADUATE_ACTORS = 6;
    private static final int LOGIN_TRIES = 20;
    private static final long LOGIN_PAUSE_MILLIS = 2_000;
    private static final long GRADUATES_PAUSE_MILLIS = 150;
    private static final long OFFICERS_PAUSE_MILLIS = 250;
    private static final long SLOW_PAUSE_MILLIS = 2_000;

    private final Stack stack;
    private final long seed;
    private final TrafficPlan plan;
    private final Journal journal;
    private final Cast cast;
    private final Town town;
    private final Wallet wallet;
    private final Persistence city;
    private final List<Future<?>> playing = new ArrayList<>();
    private final ExecutorService stage = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "traffic");
        thread.setDaemon(true);
        return thread;
    });

    private Traffic(Stack stack, long seed, TrafficPlan plan) {
        this.stack = stack;
        this.seed = seed;
        this.plan = plan;
        this.journal = Journal.open(stack.settings().data().path());
        LocalDate today = LocalDate.ofInstant(stack.clock().now(), ZoneId.of("Asia/Shanghai"));
        this.cast = new Cast(journal.run(), chanceOf("cast"), today, plan.graduates());
        this.town = new Town(journal, stack.clock(), cast.graduates());
        this.wallet = new Wallet(stack.accounts(), cast.accounts());
        this.city = new Persistence(new Gate(plan.gateway(), wallet, plan.answerPatience()), journal);
    }

    /** Prepares traffic on a city that has the sample city's schemes, budget and employers. */
    public static Traffic of(Stack stack, long seed, TrafficPlan plan) {
        return new Traffic(stack, seed, plan);
    }

    /** Makes the accounts and begins; everything is up while this runs. */
    public void start() {
        journal.secrets(cast.secrets());
        letIn();
        int run = journal.run();
        for (int i = 0; i < GRADUATE_ACTORS; i++) {
            int part = i;
            List<Graduate> mine = cast.graduates().stream()
                    .filter(graduate -> cast.graduates().indexOf(graduate) % GRADUATE_ACTORS == part)
                    .toList();
            String name = "graduates-" + i;
            play(name, new GraduateRole(desk(name), town, mine), GRADUATES_PAUSE_MILLIS);
        }
        play("universities", new UniversityRole(desk("universities"), town), SLOW_PAUSE_MILLIS);
        play("employers", new EmployerRole(desk("employers"), town, stack.accounts()), OFFICERS_PAUSE_MILLIS);
        play("review-1", new ReviewRole(desk("review-1"), cast), OFFICERS_PAUSE_MILLIS);
        play("review-2", new ReviewRole(desk("review-2"), cast), OFFICERS_PAUSE_MILLIS);
        play("finance", new FinanceRole(desk("finance"), town), OFFICERS_PAUSE_MILLIS);
        StockRole stock = new StockRole(desk("stock"), run);
        play("stock", stock, OFFICERS_PAUSE_MILLIS);
        play("rounds", new RoundRole(desk("rounds"), town, stock.free(), run), OFFICERS_PAUSE_MILLIS);
        play("platforms", new PlatformRole(desk("platforms"), run), SLOW_PAUSE_MILLIS);
        play("clock", new ClockRole(desk("clock"), town, plan), 1);
    }

    /** Keycloak may still hold connections that the last faults have cut; to ask again does no harm. */
    private void letIn() {
        for (int left = LOGIN_TRIES; ; left--) {
            try {
                stack.addPeople(cast.accounts());
                cast.accounts().parallelStream().forEach(user -> wallet.token(user.account()));
                stack.accounts().users().parallelStream().forEach(user -> wallet.token(user.account()));
                return;
            } catch (StackFailure keycloakIsNotWell) {
                if (left == 1 || town.isOverAfter(LOGIN_PAUSE_MILLIS)) {
                    throw keycloakIsNotWell;
                }
            }
        }
    }

    /** Begins nothing new, and waits until every open operation has its final answer; all faults must be over. */
    public void finish() {
        town.end();
        long deadline = System.nanoTime() + plan.finishPatience().toNanos();
        for (Future<?> actor : playing) {
            try {
                actor.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                city.abandon();
            } catch (ExecutionException e) {
                journal.violation("an actor of the traffic broke: " + e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                city.abandon();
            }
        }
        stage.shutdownNow();
    }

    public Journal journal() {
        return journal;
    }

    private void play(String name, Role role, long longestPauseMillis) {
        playing.add(stage.submit(new Actor(name, role, town, chanceOf(name + "'s pauses"), longestPauseMillis)));
    }

    private Desk desk(String actor) {
        return new Desk(city, chanceOf(actor), journal.run());
    }

    private Random chanceOf(String actor) {
        return new Random(seed * 1_000_003 + actor.hashCode());
    }
}
