package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a database server that was killed may have left at work: each of its processes has the server's folder as its
 * working directory, also when its parent is gone. Two servers on one folder would destroy it.
 */
record ServerRemains(Path folder) {

    /**
     * Ends what a dead server left behind.
     *
     * @throws StackFailure when the server is not dead
     */
    void clear() {
        Path note = folder.resolve("postmaster.pid");
        Optional<Long> noted = firstNumber(note);
        List<RunningProcess> atWork = atWork();
        for (RunningProcess process : atWork) {
            if (noted.isPresent() && noted.get() == process.handle().pid()) {
                throw new StackFailure(
                        "A database server already works on " + folder + " (" + process.name() + "): stop it first.");
            }
        }
        atWork.forEach(RunningProcess::kill);
        // With the note the next server also clears the dead one's shared memory, but it would refuse to start if the
        // number in it belongs to someone else by now.
        if (noted.flatMap(ProcessHandle::of).isPresent()) {
            DataFolder.deleteTreeIfPresent(note);
        }
    }

    private List<RunningProcess> atWork() {
        return ProcessHandle.allProcesses()
                .filter(this::worksHere)
                .map(handle -> new RunningProcess("process " + handle.pid(), handle))
                .toList();
    }

    private boolean worksHere(ProcessHandle handle) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(handle.pid()), "cwd"))
                    .equals(folder.toRealPath());
        } catch (IOException notOursOrGone) {
            return false;
        }
    }

    private static Optional<Long> firstNumber(Path note) {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(note).stream().findFirst().map(Long::valueOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }
}
