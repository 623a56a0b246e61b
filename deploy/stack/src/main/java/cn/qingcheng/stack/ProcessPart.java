package cn.qingcheng.stack;

import java.util.List;

/** A part by the name of its process; one thing happens to it at a time. */
final class ProcessPart implements Part {
    private final String name;
    private final Children children;
    private final Launch launch;

    /** How the process is started and waited for. */
    interface Launch {
        void untilReady();
    }

    ProcessPart(String name, Children children, Launch launch) {
        this.name = name;
        this.children = children;
        this.launch = launch;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isRunning() {
        return !processes().isEmpty();
    }

    @Override
    public synchronized void kill() {
        processes().forEach(RunningProcess::kill);
    }

    @Override
    public synchronized void pause() {
        processes().forEach(RunningProcess::pause);
    }

    @Override
    public synchronized void resume() {
        processes().forEach(RunningProcess::resume);
    }

    @Override
    public synchronized void stop() {
        children.stop(name, Progress.silent());
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            throw new StackFailure(name + " already runs.");
        }
        launch.untilReady();
    }

    /** One at most, as each name has one note. */
    private List<RunningProcess> processes() {
        return children.running().stream()
                .filter(process -> process.name().equals(name))
                .toList();
    }
}
