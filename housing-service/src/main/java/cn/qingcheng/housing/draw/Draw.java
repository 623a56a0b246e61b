package cn.qingcheng.housing.draw;

import cn.qingcheng.housing.history.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One draw of a round: its entropy, entered by one officer and confirmed by another, and its seed. */
@Entity
public class Draw {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column
    private UUID roundId;

    private int sequence;

    @Enumerated(EnumType.STRING)
    private DrawStatus status;

    private String entropy;
    private String enteredBy;

    @Column
    private Instant enteredAt;

    private @Nullable String confirmedBy;

    @Column
    private @Nullable Instant confirmedAt;

    private @Nullable String seed;
    private String unavailableUnits;
    private @Nullable String drawnBy;
    private @Nullable Instant drawnAt;
    private @Nullable Instant publishedAt;

    @Column
    private @Nullable String voidedBy;

    private @Nullable Instant voidedAt;
    private @Nullable String voidReason;

    @Version
    private long version;

    protected Draw() {}

    Draw(UUID roundId, int sequence, String entropy, Step step) {
        this.roundId = roundId;
        this.sequence = sequence;
        this.status = DrawStatus.ENTROPY_ENTERED;
        this.entropy = entropy;
        this.enteredBy = step.by();
        this.enteredAt = step.at();
        this.unavailableUnits = "";
    }

    /** The officer who entered it may correct it as long as nobody has confirmed it. */
    void correct(String otherEntropy, Step step) {
        entropy = otherEntropy;
        enteredAt = step.at();
    }

    void confirm(Step step) {
        status = status.to(DrawStatus.ENTROPY_CONFIRMED);
        confirmedBy = step.by();
        confirmedAt = step.at();
    }

    void draw(String seedSha256, List<String> unitsNotToBeHad, Step step) {
        status = status.to(DrawStatus.DRAWN);
        seed = seedSha256;
        unavailableUnits = String.join(",", unitsNotToBeHad);
        drawnBy = step.by();
        drawnAt = step.at();
    }

    public void publish(Step step) {
        status = status.to(DrawStatus.PUBLISHED);
        publishedAt = step.at();
    }

    void voidFor(String reason, Step step) {
        status = status.to(DrawStatus.VOIDED);
        voidedBy = step.by();
        voidedAt = step.at();
        voidReason = reason;
    }

    /** Whether the public may see what was drawn: not before it is published, but then for ever. */
    boolean isPublic() {
        return publishedAt != null || status == DrawStatus.VOIDED;
    }

    boolean wasEnteredBy(String account) {
        return enteredBy.equals(account);
    }

    public UUID id() {
        return id;
    }

    public int sequence() {
        return sequence;
    }

    public DrawStatus status() {
        return status;
    }

    public String entropy() {
        return entropy;
    }

    public String enteredBy() {
        return enteredBy;
    }

    public @Nullable String confirmedBy() {
        return confirmedBy;
    }

    public @Nullable String seed() {
        return seed;
    }

    public List<String> unavailableUnits() {
        return unavailableUnits.isEmpty() ? List.of() : List.of(unavailableUnits.split(",", -1));
    }

    public @Nullable String drawnBy() {
        return drawnBy;
    }

    public @Nullable Instant drawnAt() {
        return drawnAt;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public @Nullable Instant voidedAt() {
        return voidedAt;
    }

    public @Nullable String voidReason() {
        return voidReason;
    }
}
