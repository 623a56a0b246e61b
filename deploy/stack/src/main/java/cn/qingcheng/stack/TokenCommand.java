package cn.qingcheng.stack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code deploy/token}. */
@Command(
        name = "token",
        description = "Logs a sample account in and prints its access token, for use with curl.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Mixin
    CityCommand city = new CityCommand();

    @Parameters(paramLabel = "ACCOUNT", description = "For instance graduate1, reviewer or university-90001.")
    String account = "";

    @Override
    public Integer call() {
        city.out().println(new Tokens(Accounts.read(city.dataFolder(Layout.find()))).of(account));
        return 0;
    }
}
