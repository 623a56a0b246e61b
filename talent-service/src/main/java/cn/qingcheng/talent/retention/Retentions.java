package cn.qingcheng.talent.retention;

import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.talent.registry.Talent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Set;

/** Decides who stays, in the transaction of the declaration that may make it so. */
@ApplicationScoped
public class Retentions {

    private final RetentionRuleRepository rules;
    private final RetentionRepository retentions;
    private final Outbox outbox;
    private final Clock clock;

    Retentions(RetentionRuleRepository rules, RetentionRepository retentions, Outbox outbox, Clock clock) {
        this.rules = rules;
        this.retentions = retentions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Confirms the person when the rule of today is met and she is not confirmed yet.
     *
     * @param insuredInCity all months for which an employer in the city has declared her
     * @param month the month just declared
     */
    public void review(Talent talent, Set<YearMonth> insuredInCity, String regionCode, YearMonth month) {
        if (talent.retainedSince() != null) {
            return;
        }
        rules.inForce(CityTime.today(clock))
                .filter(rule -> rule.isMetBy(insuredInCity.size()))
                .ifPresent(rule -> confirm(talent, rule, regionCode, month));
    }

    private void confirm(Talent talent, RetentionRule rule, String regionCode, YearMonth month) {
        String institution = talent.highestEducation().institution();
        RetentionConfirmed confirmed = new RetentionConfirmed(talent.id(), regionCode, institution, month);
        retentions.persist(new Retention(confirmed, rule, clock.instant()));
        talent.retain(CityTime.today(clock), clock.instant());
        outbox.append(confirmed);
    }
}
