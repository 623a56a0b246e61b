package cn.qingcheng.housing.applicant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code talent.facts}; all else in the event is ignored. */
record TalentFacts(
        UUID talentId,
        long revision,
        @Nullable String accountId,
        String educationLevel,
        @Nullable String tier,
        String regionCode,
        @Nullable String retainedSince) {}
