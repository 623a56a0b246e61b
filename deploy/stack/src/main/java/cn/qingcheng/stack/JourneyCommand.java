package cn.qingcheng.stack;

import cn.qingcheng.samplecity.Answer;
import cn.qingcheng.samplecity.CityClient;
import cn.qingcheng.samplecity.Journey;
import cn.qingcheng.samplecity.JourneyPlay;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deploy/journey}. */
@Command(
        name = "journey",
        description = "Plays the journey of four graduates on the running city, once per city; moves its clock on by"
                + " about three months.",
        mixinStandardHelpOptions = true)
final class JourneyCommand implements Callable<Integer> {
    @Mixin
    CityCommand city = new CityCommand();

    @Override
    public Integer call() {
        DataFolder data = city.dataFolder(Layout.find());
        String gateway = "http://localhost:" + Addresses.read(data).ports().gateway();
        CityClock clock = new CityClock(data.clock(), Clock.systemUTC());
        Path accounts = data.accounts();
        CityClient client =
                new CityClient(URI.create(gateway), cn.qingcheng.samplecity.Accounts.read(accounts), Clock.systemUTC());
        try {
            new JourneyPlay(
                            new Journey(client, data.cityFiles(), clock::advance),
                            clock::now,
                            line -> city.out().println(line),
                            JourneyPlay.Cast.OF_THE_PLAY)
                    .play();
        } catch (Answer.UnexpectedAnswer e) {
            throw new StackFailure(
                    "The journey stopped; it can be played once on a loaded sample city (./deploy/up --fresh): "
                            + e.getMessage(),
                    e);
        }
        return 0;
    }
}
