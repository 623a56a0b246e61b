package cn.qingcheng.subsidy.policy;

import cn.qingcheng.kit.problem.IllegalTransition;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.subsidy.rule.Rule;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** One dated version of a scheme. An application stays bound to the version in force when it was submitted. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class SchemeVersion {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private Scheme scheme;

    private int number;

    @Enumerated(EnumType.STRING)
    private VersionStatus status;

    private @Nullable String benefitKind;
    private String budgetLineCode;
    private int instalments;
    private int publicityWorkdays;
    private int correctionWorkdays;
    private String createdBy;
    private @Nullable String putInForceBy;
    private @Nullable Instant inForceAt;
    private @Nullable Instant endedAt;

    @ElementCollection
    @CollectionTable(name = "scheme_rule", joinColumns = @JoinColumn(name = "scheme_version_id"))
    @OrderColumn(name = "position")
    private List<RuleLine> rules;

    @ElementCollection
    @CollectionTable(name = "scheme_amount", joinColumns = @JoinColumn(name = "scheme_version_id"))
    @OrderColumn(name = "position")
    private List<AmountLine> amounts;

    @ElementCollection
    @CollectionTable(name = "scheme_evidence", joinColumns = @JoinColumn(name = "scheme_version_id"))
    @OrderColumn(name = "position")
    @Column(name = "kind")
    private List<String> evidenceKinds;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected SchemeVersion() {}

    public SchemeVersion(Scheme scheme, int number, VersionTerms terms, String by, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.scheme = scheme;
        this.number = number;
        this.status = VersionStatus.DRAFT;
        this.benefitKind = terms.benefitKind();
        this.budgetLineCode = terms.budgetLineCode();
        this.instalments = terms.instalments();
        this.publicityWorkdays = terms.publicityWorkdays();
        this.correctionWorkdays = terms.correctionWorkdays();
        this.rules = new ArrayList<>(terms.rules().stream().map(RuleLine::of).toList());
        this.amounts = new ArrayList<>(terms.amounts());
        this.evidenceKinds = new ArrayList<>(terms.evidenceKinds());
        this.createdBy = by;
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** Makes the version law. Whoever drafted it cannot; a second officer must. */
    public void putInForce(String by, Instant at) {
        become(VersionStatus.IN_FORCE, at);
        if (by.equals(createdBy)) {
            throw new ProblemException(PolicyProblem.SECOND_OFFICER_NEEDED);
        }
        putInForceBy = by;
        inForceAt = at;
    }

    /** Gives way to a newer version; applications bound to this one keep it. */
    public void supersede(Instant at) {
        become(VersionStatus.SUPERSEDED, at);
        endedAt = at;
    }

    private void become(VersionStatus next, Instant at) {
        if (!status.mayBecome(next)) {
            throw IllegalTransition.of(status, next, status.allowedNext());
        }
        status = next;
        updatedAt = at;
    }

    /** Fen per month for the education level; empty when the version gives it nothing. */
    public OptionalLong monthlyAmountFen(@Nullable String educationLevel) {
        return amounts.stream()
                .filter(line -> line.educationLevel().equals(educationLevel))
                .mapToLong(AmountLine::amountFen)
                .findFirst();
    }

    public UUID id() {
        return id;
    }

    public Scheme scheme() {
        return scheme;
    }

    public int number() {
        return number;
    }

    public VersionStatus status() {
        return status;
    }

    public Optional<String> benefitKind() {
        return Optional.ofNullable(benefitKind);
    }

    public String budgetLineCode() {
        return budgetLineCode;
    }

    public int instalments() {
        return instalments;
    }

    public int publicityWorkdays() {
        return publicityWorkdays;
    }

    public int correctionWorkdays() {
        return correctionWorkdays;
    }

    public String createdBy() {
        return createdBy;
    }

    public @Nullable String putInForceBy() {
        return putInForceBy;
    }

    public @Nullable Instant inForceAt() {
        return inForceAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public List<Rule> rules() {
        return rules.stream().map(RuleLine::toRule).toList();
    }

    public List<AmountLine> amounts() {
        return List.copyOf(amounts);
    }

    public List<String> evidenceKinds() {
        return List.copyOf(evidenceKinds);
    }

    public long version() {
        return version;
    }
}
