package cn.qingcheng.subsidy.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

class ApplicantTest {
    private static final Instant AT = Instant.parse("2026-09-01T01:00:00Z");
    private static final UUID TALENT = new UUID(1, 1);

    @Property
    void inAnyOrderAndRepetitionTheNewestRevisionStays(
            @ForAll @NotEmpty List<@LongRange(min = 1, max = 9) Long> revisions) {
        Applicant applicant = new Applicant(revision(revisions.get(0)), AT);
        revisions.forEach(revision -> applicant.learn(revision(revision), AT));

        long newest = revisions.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(applicant.facts()).isEqualTo(revision(newest));
    }

    private static TalentFacts revision(long number) {
        return new TalentFacts(TALENT, number, null, "2" + number, null, null, null, null, null, null, null, null);
    }
}
