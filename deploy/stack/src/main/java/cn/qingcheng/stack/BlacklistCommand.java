package cn.qingcheng.stack;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deploy/blacklist}. */
@Command(
        name = "blacklist",
        description = {
            "Prints the passwords that the realm refuses, one to a line, for a Keycloak that this machine does not run:",
            "put them into data/password-blacklists/" + PasswordBlacklist.NAME
                    + " below its folder, before it reads the"
                    + " realm, and append what else is to be refused, in lower case."
        },
        mixinStandardHelpOptions = true)
final class BlacklistCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(PasswordBlacklist.of(Layout.find().passwordWords()).text());
        out.flush();
        return 0;
    }
}
