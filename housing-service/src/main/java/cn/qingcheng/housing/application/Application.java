package cn.qingcheng.housing.application;

import cn.qingcheng.housing.history.StateChange;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.SubjectType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One household asking for a flat in one round. Its number is its ticket in the draw. */
@Entity
public class Application {

    /** A round is frozen with all its applications at once; their wishes are read so many together. */
    private static final int APPLICATIONS_PER_READ = 200;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String number;
    private UUID roundId;
    private UUID talentId;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    @ElementCollection
    @BatchSize(size = APPLICATIONS_PER_READ)
    @CollectionTable(name = "household_member", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    private List<HouseholdMember> household = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = APPLICATIONS_PER_READ)
    @CollectionTable(name = "application_wish", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    @Column(name = "unit_id")
    private List<UUID> wishes = new ArrayList<>();

    private @Nullable Integer tierPosition;
    private @Nullable String refusalCode;
    private @Nullable String heldKind;
    private @Nullable Instant submittedAt;

    @Column
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    @Version
    private long version;

    protected Application() {}

    Application(String number, UUID roundId, UUID talentId, Step step) {
        this.number = number;
        this.roundId = roundId;
        this.talentId = talentId;
        this.status = ApplicationStatus.DRAFT;
        this.household.add(new HouseholdMember(Relation.SELF, talentId, null));
        this.createdAt = step.at();
        this.updatedAt = step.at();
    }

    StateChange created(Step step) {
        return step.of(SubjectType.APPLICATION, id, null, status);
    }

    /** Replaces the members other than the head, and the wishes. Only a draft can still be changed. */
    void describe(List<HouseholdMember> members, List<UUID> rankedUnits, Instant at) {
        household.subList(1, household.size()).clear();
        household.addAll(members);
        wishes.clear();
        wishes.addAll(rankedUnits);
        updatedAt = at;
    }

    StateChange submit(int tier, Step step) {
        StateChange change = move(ApplicationStatus.SUBMITTED, step);
        tierPosition = tier;
        submittedAt = step.at();
        return change;
    }

    StateChange withdraw(Step step) {
        return move(ApplicationStatus.WITHDRAWN, step);
    }

    public StateChange enterRound(Step step) {
        return move(ApplicationStatus.IN_ROUND, step);
    }

    public StateChange waitlist(Step step) {
        return move(ApplicationStatus.WAITLISTED, step);
    }

    public StateChange offer(Step step) {
        return move(ApplicationStatus.OFFERED, step);
    }

    /** The offer was declined or not answered in time. */
    public StateChange lapse(Step step) {
        return move(ApplicationStatus.LAPSED, step);
    }

    /** The offer was accepted; the benefit register is asked. */
    public StateChange startClearing(Step step) {
        return move(ApplicationStatus.CLEARING, step);
    }

    public StateChange entitle(Step step) {
        return move(ApplicationStatus.ENTITLED, step);
    }

    public StateChange house(Step step) {
        return move(ApplicationStatus.HOUSED, step);
    }

    public StateChange refuse(String reasonCode, @Nullable String benefitHeld, Step step) {
        StateChange change = move(ApplicationStatus.REFUSED, step);
        refusalCode = reasonCode;
        heldKind = benefitHeld;
        return change;
    }

    private StateChange move(ApplicationStatus to, Step step) {
        ApplicationStatus from = status;
        status = from.to(to);
        updatedAt = step.at();
        if (!status.isLive()) {
            household.forEach(HouseholdMember::leave);
        }
        return step.of(SubjectType.APPLICATION, id, from, to);
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public UUID roundId() {
        return roundId;
    }

    public UUID talentId() {
        return talentId;
    }

    public ApplicationStatus status() {
        return status;
    }

    public List<HouseholdMember> household() {
        return List.copyOf(household);
    }

    public List<UUID> wishes() {
        return List.copyOf(wishes);
    }

    /** The tier of a submitted application. */
    public int tier() {
        if (tierPosition == null) {
            throw new IllegalStateException("application " + number + " was never submitted");
        }
        return tierPosition;
    }

    public @Nullable Integer tierPosition() {
        return tierPosition;
    }

    public @Nullable String refusalCode() {
        return refusalCode;
    }

    public @Nullable String heldKind() {
        return heldKind;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public long version() {
        return version;
    }
}
