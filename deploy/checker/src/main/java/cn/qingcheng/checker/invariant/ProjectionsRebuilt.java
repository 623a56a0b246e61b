package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.DeadLetters;
import cn.qingcheng.checker.source.EventLog;
import java.util.List;

/** What a service believes of others is what they have said. */
final class ProjectionsRebuilt implements Invariant {
    private static final List<Projection> PROJECTIONS = List.of(
            ApplicantsRebuilt.ofSubsidy(),
            ApplicantsRebuilt.ofHousing(),
            new MeasurementsRebuilt(),
            new TimelineRebuilt(),
            new RegisterRebuilt());

    @Override
    public int number() {
        return 5;
    }

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public String sentence() {
        return "Each projection rebuilt from offset 0 equals the live one.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        Findings findings = new Findings(number());
        try (EventLog log = new EventLog(city.kafkaAddress())) {
            Heard heard = new Heard(log, DeadLetters.read(log));
            PROJECTIONS.forEach(projection -> projection.compare(city, heard, findings));
        }
        return findings.done();
    }
}
