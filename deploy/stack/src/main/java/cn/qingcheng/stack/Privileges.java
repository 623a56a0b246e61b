package cn.qingcheng.stack;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody there and owns its files here. */
final class Privileges {
    private Privileges() {}

    /** What stands before PostgreSQL's commands: nothing for an ordinary user. */
    static List<String> commandPrefix() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!works("unshare", "-U", "true")) {
            throw new StackFailure("PostgreSQL does not run as root, and this machine forbids root the way around it"
                    + " (\"unshare -U\"): run ./deploy/up as an ordinary user.");
        }
        return List.of("unshare", "-U");
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
