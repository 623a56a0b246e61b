package cn.qingcheng.talent.claim;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.talent.registry.Person;
import cn.qingcheng.talent.registry.PersonalData;
import cn.qingcheng.talent.registry.Registry;
import cn.qingcheng.talent.registry.Talent;
import cn.qingcheng.talent.registry.TalentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person claims her record and looks at it. */
@ApplicationScoped
class ClaimService {

    /** Wrong guesses an account may make, or that may be made at one ID number, within {@link #WINDOW}. */
    static final int MOST_WRONG = 5;

    static final Duration WINDOW = Duration.ofHours(24);

    private final TalentRepository talents;
    private final ClaimAttemptRepository attempts;
    private final PersonalData personalData;
    private final Registry registry;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ClaimService(
            TalentRepository talents,
            ClaimAttemptRepository attempts,
            PersonalData personalData,
            Registry registry,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.talents = talents;
        this.attempts = attempts;
        this.personalData = personalData;
        this.registry = registry;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** A wrong guess is an answer like any other: it is written down, so the transaction must not roll back for it. */
    @Transactional(dontRollbackOn = ProblemException.class)
    MeResponse claim(String accountId, ClaimRecordRequest request) {
        byte[] index = personalData.indexOf(request.idNumber());
        attempts.takeTurns(accountId, index);
        Instant now = clock.instant();
        refuseWhenLocked(accountId, index, now);
        Talent talent = talents.byIdNumber(index)
                .filter(found -> matches(found, request))
                .orElse(null);
        attempts.persist(new ClaimAttempt(accountId, index, talent != null, now));
        if (talent == null) {
            throw new ProblemException(ClaimProblem.CLAIM_NOT_MATCHED);
        }
        if (accountId.equals(talent.accountId())) {
            return MeResponse.from(talent, personalData.open(talent));
        }
        refuseWhenTaken(accountId, talent);
        talent.claim(accountId, now);
        outbox.append(new TalentClaimed(talent.id()));
        registry.publish(talent);
        auditTrail.record("TALENT_CLAIMED", "talent", talent.id().toString(), null);
        return MeResponse.from(talent, personalData.open(talent));
    }

    @Transactional
    MeResponse me(String accountId) {
        Talent talent = talents.byAccount(accountId).orElseThrow(() -> new ProblemException(ClaimProblem.NOT_CLAIMED));
        return MeResponse.from(talent, personalData.open(talent));
    }

    private boolean matches(Talent talent, ClaimRecordRequest request) {
        Person person = personalData.open(talent);
        boolean certificateIsHers = talent.educationRecords().stream()
                .map(personalData::certificateNumber)
                .anyMatch(request.certificateNumber().strip()::equals);
        return person.name().equals(request.name().strip()) && certificateIsHers;
    }

    private void refuseWhenTaken(String accountId, Talent talent) {
        if (talent.accountId() != null) {
            throw new ProblemException(ClaimProblem.CLAIMED_BY_ANOTHER);
        }
        if (talents.byAccount(accountId).isPresent()) {
            throw new ProblemException(ClaimProblem.ACCOUNT_HAS_RECORD);
        }
    }

    private void refuseWhenLocked(String accountId, byte[] index, Instant now) {
        Instant since = now.minus(WINDOW);
        Instant byAccount = lockedUntil(attempts.wrongByAccount(accountId, since, MOST_WRONG));
        Instant byIdNumber = lockedUntil(attempts.wrongByIdNumber(index, since, MOST_WRONG));
        Instant until = latest(byAccount, byIdNumber);
        if (until != null) {
            throw new ProblemException(ClaimProblem.CLAIM_LOCKED, MOST_WRONG).retryAfter(Duration.between(now, until));
        }
    }

    /** The lock ends when the oldest of the wrong guesses leaves the window. */
    private static @Nullable Instant lockedUntil(List<ClaimAttempt> newestFirst) {
        return newestFirst.size() < MOST_WRONG
                ? null
                : newestFirst.get(MOST_WRONG - 1).attemptedAt().plus(WINDOW);
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
