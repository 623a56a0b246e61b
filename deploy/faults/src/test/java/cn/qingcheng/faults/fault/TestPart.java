package cn.qingcheng.faults.fault;

import cn.qingcheng.stack.Part;
import cn.qingcheng.stack.StackFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A part without a process, which remembers what was done to it. */
final class TestPart implements Part {
    private final String name;
    private final List<String> story = new CopyOnWriteArrayList<>();
    private final AtomicInteger failingStarts = new AtomicInteger();
    private volatile boolean running = true;
    private volatile boolean paused;

    private final List<String> all;

    TestPart(String name) {
        this(name, new CopyOnWriteArrayList<>());
    }

    /** One of several, all of whose stories go to one list, too. */
    TestPart(String name, List<String> all) {
        this.name = name;
        this.all = all;
    }

    private void tell(String what) {
        story.add(what);
        all.add(name + " " + what);
    }

    /** The next starts fail, as if something it needs were away. */
    void failToStart(int times) {
        failingStarts.set(times);
    }

    List<String> story() {
        return List.copyOf(story);
    }

    boolean isPaused() {
        return paused;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void kill() {
        tell("kill");
        running = false;
        paused = false;
    }

    @Override
    public void pause() {
        tell("pause");
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
    }

    @Override
    public void stop() {
        tell("stop");
        running = false;
    }

    @Override
    public void start() {
        tell("start");
        if (failingStarts.getAndDecrement() > 0) {
            throw new StackFailure(name + " ended with exit code 1.");
        }
        running = true;
    }
}
