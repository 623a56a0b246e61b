package cn.qingcheng.housing.round;

import cn.qingcheng.housing.history.StateChange;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.SubjectType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One allocation of a number of units by lottery. */
@Entity
public class Round {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private RoundStatus status;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "round_tier", joinColumns = @JoinColumn(name = "round_id"))
    @OrderColumn(name = "position")
    private List<Tier> tiers = new ArrayList<>();

    private String entropySource;
    private int publicityWorkdays;
    private int offerWorkdays;
    private int leaseMonths;
    private @Nullable String listDigest;
    private @Nullable String inputsDigest;
    private @Nullable Instant listCommittedAt;
    private @Nullable Instant drawNotBefore;

    @Column
    private String createdBy;

    @Column
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    @Version
    private long version;

    protected Round() {}

    Round(CreateRoundRequest request, Step step) {
        this.code = request.code();
        this.name = request.name();
        this.status = RoundStatus.DRAFT;
        request.tiers().forEach(tier -> tiers.add(new Tier(tier.name(), tier.educationLevels())));
        this.entropySource = request.entropySource();
        this.publicityWorkdays = request.publicityWorkdays();
        this.offerWorkdays = request.offerWorkdays();
        this.leaseMonths = request.leaseMonthsOrDefault();
        this.createdBy = step.by();
        this.createdAt = step.at();
        this.updatedAt = step.at();
    }

    StateChange created(Step step) {
        return step.of(SubjectType.ROUND, id, null, status);
    }

    StateChange open(Step step) {
        return move(RoundStatus.OPEN, step);
    }

    StateChange close(Step step) {
        return move(RoundStatus.CLOSED, step);
    }

    /** Freezes the list: from now on its digests are public and who is in it can no longer change. */
    public StateChange commitList(String listSha256, String inputsSha256, Instant publicityEnds, Step step) {
        StateChange change = move(RoundStatus.LIST_COMMITTED, step);
        listDigest = listSha256;
        inputsDigest = inputsSha256;
        listCommittedAt = step.at();
        drawNotBefore = publicityEnds;
        return change;
    }

    public StateChange drawn(Step step) {
        return move(RoundStatus.DRAWN, step);
    }

    public StateChange publish(Step step) {
        return move(RoundStatus.PUBLISHED, step);
    }

    public StateChange drawVoided(Step step) {
        return move(RoundStatus.LIST_COMMITTED, step);
    }

    /** The first tier that a person of this level of education is in; none when the round is not for them. */
    public OptionalInt tierOf(String educationLevel) {
        return IntStream.range(0, tiers.size())
                .filter(position -> tiers.get(position).educationLevels().contains(educationLevel))
                .findFirst();
    }

    private StateChange move(RoundStatus to, Step step) {
        RoundStatus from = status;
        status = from.to(to);
        updatedAt = step.at();
        return step.of(SubjectType.ROUND, id, from, to);
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public RoundStatus status() {
        return status;
    }

    public List<Tier> tiers() {
        return List.copyOf(tiers);
    }

    public String entropySource() {
        return entropySource;
    }

    public int publicityWorkdays() {
        return publicityWorkdays;
    }

    public int offerWorkdays() {
        return offerWorkdays;
    }

    public int leaseMonths() {
        return leaseMonths;
    }

    public @Nullable String listDigest() {
        return listDigest;
    }

    public @Nullable String inputsDigest() {
        return inputsDigest;
    }

    public @Nullable Instant listCommittedAt() {
        return listCommittedAt;
    }

    public @Nullable Instant drawNotBefore() {
        return drawNotBefore;
    }

    public long version() {
        return version;
    }
}
