package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.problem.IllegalTransition;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.subsidy.policy.SchemeVersion;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's request for one scheme in one year. Every change of its state is a step below and a row of history. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class Application {
    @Id
    private UUID id;

    private String number;
    private String accountId;
    private UUID talentId;
    private UUID schemeId;
    private String schemeCode;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private SchemeVersion schemeVersion;

    private String period;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    private String payeeBankCode;
    private byte[] payeeCipher;
    private String payeeAccountTail;
    private @Nullable Long monthlyAmountFen;
    private @Nullable Instant submittedAt;
    private @Nullable Instant correctionDueAt;
    private @Nullable UUID claimId;
    private @Nullable Instant clearedAt;

    @ElementCollection
    @CollectionTable(name = "application_history", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    private List<StatusChange> history = new ArrayList<>();

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Application() {}

    /** A draft for the year it is written in. */
    public Application(
            UUID id,
            String number,
            String accountId,
            UUID talentId,
            SchemeVersion scheme,
            SealedPayee payee,
            Instant at) {
        this.id = id;
        this.number = number;
        this.accountId = accountId;
        this.talentId = talentId;
        this.schemeId = scheme.scheme().id();
        this.schemeCode = scheme.scheme().code();
        this.schemeVersion = scheme;
        this.period = periodOf(at);
        this.payeeBankCode = payee.bankCode();
        this.payeeCipher = payee.cipher();
        this.payeeAccountTail = payee.accountTail();
        this.status = ApplicationStatus.DRAFT;
        this.createdAt = at;
        this.updatedAt = at;
        history.add(new StatusChange(null, status, accountId, at, null));
    }

    /** The year an application made at this time counts for. */
    public static String periodOf(Instant at) {
        return Integer.toString(at.atZone(CityTime.ZONE).getYear());
    }

    /** Writes down the account to be paid, as long as the applicant may edit. */
    public void payTo(SealedPayee payee, Instant at) {
        if (!status.editable()) {
            throw new ProblemException(ApplicationProblem.APPLICATION_NOT_EDITABLE, status.name());
        }
        payeeBankCode = payee.bankCode();
        payeeCipher = payee.cipher();
        payeeAccountTail = payee.accountTail();
        updatedAt = at;
    }

    /** Hands it in, for the first time or corrected, bound to the version in force and its amount. */
    public void submit(SchemeVersion inForce, long amountFen, Instant at) {
        boolean corrected = status == ApplicationStatus.RETURNED_FOR_CORRECTION;
        become(corrected ? ApplicationStatus.UNDER_REVIEW : ApplicationStatus.SUBMITTED, accountId, at, null);
        if (!corrected) {
            schemeVersion = inForce;
        }
        monthlyAmountFen = amountFen;
        submittedAt = at;
        correctionDueAt = null;
    }

    public void withdraw(@Nullable String reason, Instant at) {
        become(ApplicationStatus.WITHDRAWN, accountId, at, reason);
    }

    public void accept(String by, Instant at) {
        decide(ApplicationStatus.ACCEPTED_FOR_REVIEW, by, at, null);
    }

    public void startReview(String by, Instant at) {
        decide(ApplicationStatus.UNDER_REVIEW, by, at, null);
    }

    public void passReview(String by, Instant at, @Nullable String reason) {
        decide(ApplicationStatus.REVIEW_PASSED, by, at, reason);
    }

    public void returnForCorrection(String by, Instant at, String reason, Instant dueAt) {
        decide(ApplicationStatus.RETURNED_FOR_CORRECTION, by, at, reason);
        correctionDueAt = dueAt;
    }

    public void reject(String by, Instant at, String reason) {
        if (!status.awaitsDecision()) {
            throw IllegalTransition.of(status, ApplicationStatus.REJECTED, status.allowedNext());
        }
        if (status == ApplicationStatus.REVIEW_PASSED) {
            mustBeNewTo(by);
        }
        decide(ApplicationStatus.REJECTED, by, at, reason);
    }

    /** Approves it, whereupon it is published. Nobody approves who had a hand in it before. */
    public void approve(String by, Instant at, @Nullable String reason) {
        mustBecome(ApplicationStatus.PUBLICITY);
        mustBeNewTo(by);
        decide(ApplicationStatus.PUBLICITY, by, at, reason);
    }

    public void holdForObjection(String by, Instant at, String reason) {
        become(ApplicationStatus.OBJECTION_HANDLING, by, at, reason);
    }

    public void resumePublicity(String by, Instant at, String reason) {
        decide(ApplicationStatus.PUBLICITY, by, at, reason);
    }

    /** The correction did not come in time. */
    public void lapse(String by, Instant at) {
        become(ApplicationStatus.LAPSED, by, at, null);
    }

    /** Its publicity is over and nobody objected; the benefit register is asked next. */
    public void endPublicity(String by, Instant at) {
        become(ApplicationStatus.APPROVED, by, at, null);
    }

    /** Waits for the benefit register's answer to the claim. */
    public void clear(UUID claim, String by, Instant at) {
        become(ApplicationStatus.CLEARING, by, at, null);
        claimId = claim;
    }

    /** The register has cleared it; it becomes an entitlement as soon as the budget holds the money. */
    public void cleared(Instant at) {
        clearedAt = at;
        updatedAt = at;
    }

    public void entitle(String by, Instant at) {
        become(ApplicationStatus.ENTITLED, by, at, null);
    }

    /** An objection was right. */
    public void uphold(String by, Instant at, String reason) {
        if (status != ApplicationStatus.OBJECTION_HANDLING) {
            throw IllegalTransition.of(status, ApplicationStatus.REJECTED, status.allowedNext());
        }
        decide(ApplicationStatus.REJECTED, by, at, reason);
    }

    /** The register found that she holds a benefit that excludes this one. */
    public void refuse(String by, Instant at, String reason) {
        become(ApplicationStatus.REJECTED, by, at, reason);
    }

    private void mustBeNewTo(String by) {
        if (history.stream().anyMatch(change -> change.changedBy().equals(by))) {
            throw new ProblemException(ApplicationProblem.SEPARATION_OF_DUTIES);
        }
    }

    private void decide(ApplicationStatus next, String by, Instant at, @Nullable String reason) {
        mustBecome(next);
        if (by.equals(accountId)) {
            throw new ProblemException(ApplicationProblem.SEPARATION_OF_DUTIES);
        }
        become(next, by, at, reason);
    }

    private void mustBecome(ApplicationStatus next) {
        if (!status.mayBecome(next)) {
            throw IllegalTransition.of(status, next, status.allowedNext());
        }
    }

    private void become(ApplicationStatus next, String by, Instant at, @Nullable String reason) {
        mustBecome(next);
        history.add(new StatusChange(status, next, by, at, reason));
        status = next;
        updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String accountId() {
        return accountId;
    }

    public UUID talentId() {
        return talentId;
    }

    public String schemeCode() {
        return schemeCode;
    }

    public SchemeVersion schemeVersion() {
        return schemeVersion;
    }

    public String period() {
        return period;
    }

    public ApplicationStatus status() {
        return status;
    }

    public SealedPayee payee() {
        return new SealedPayee(payeeBankCode, payeeCipher, payeeAccountTail);
    }

    public @Nullable Long monthlyAmountFen() {
        return monthlyAmountFen;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant correctionDueAt() {
        return correctionDueAt;
    }

    public @Nullable UUID claimId() {
        return claimId;
    }

    public List<StatusChange> history() {
        return List.copyOf(history);
    }

    public long version() {
        return version;
    }
}
