package cn.qingcheng.housing.stock;

import cn.qingcheng.housing.history.StateChange;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.SubjectType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One flat. Estate and region are repeated here because the public search filters by them. */
@Entity
public class Unit {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column
    private UUID buildingId;

    private String code;
    private String estateCode;
    private String regionCode;
    private String number;
    private int floor;
    private int rooms;
    private BigDecimal areaSquareMetres;
    private int capacity;
    private long baseRentFen;
    private long depositFen;

    @Enumerated(EnumType.STRING)
    private UnitStatus status;

    private @Nullable UUID releaseBatchId;

    @Column
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    @Version
    private long version;

    protected Unit() {}

    public Unit(Building building, String number, UnitDescription description, Instant at) {
        Estate estate = building.estate();
        this.buildingId = building.id();
        this.code = codeOf(estate.code(), building.number(), number);
        this.estateCode = estate.code();
        this.regionCode = estate.regionCode();
        this.number = number;
        this.status = UnitStatus.RAISED;
        this.createdAt = at;
        this.updatedAt = at;
        take(description);
    }

    /** The number people know a flat by: estate, building, number. */
    public static String codeOf(String estateCode, String buildingNumber, String number) {
        return estateCode + "-" + buildingNumber + "-" + number;
    }

    /** The first line of its history; to be written once its id is known. */
    public StateChange raised(Step step) {
        return step.of(SubjectType.UNIT, id, null, UnitStatus.RAISED);
    }

    public StateChange prepare(Step step) {
        return move(UnitStatus.PREPARED, step);
    }

    public StateChange release(UUID batchId, Step step) {
        StateChange change = move(UnitStatus.RELEASED, step);
        releaseBatchId = batchId;
        return change;
    }

    public StateChange reserve(Step step) {
        return move(UnitStatus.RESERVED, step);
    }

    /** The household that it was kept for does not take it. */
    public StateChange giveBack(Step step) {
        return move(UnitStatus.RELEASED, step);
    }

    public StateChange lease(Step step) {
        return move(UnitStatus.LEASED, step);
    }

    public StateChange withdraw(Step step) {
        return move(UnitStatus.WITHDRAWN, step);
    }

    /** Corrects the description of a unit nobody has seen yet. Answers whether anything differed. */
    public boolean describe(UnitDescription description, Instant at) {
        if (description().equals(description)) {
            return false;
        }
        take(description);
        updatedAt = at;
        return true;
    }

    /** Whether applicants have already been shown it, so that its description may no longer change. */
    public boolean isShown() {
        return releaseBatchId != null;
    }

    private StateChange move(UnitStatus to, Step step) {
        UnitStatus from = status;
        status = from.to(to);
        updatedAt = step.at();
        return step.of(SubjectType.UNIT, id, from, to);
    }

    private void take(UnitDescription description) {
        floor = description.floor();
        rooms = description.rooms();
        areaSquareMetres = description.areaSquareMetres();
        capacity = description.capacity();
        baseRentFen = description.baseRentFen();
        depositFen = description.depositFen();
    }

    public UnitDescription description() {
        return new UnitDescription(floor, rooms, areaSquareMetres, capacity, baseRentFen, depositFen);
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String estateCode() {
        return estateCode;
    }

    public String regionCode() {
        return regionCode;
    }

    public String number() {
        return number;
    }

    public UnitStatus status() {
        return status;
    }

    public int capacity() {
        return capacity;
    }

    public long baseRentFen() {
        return baseRentFen;
    }

    public long depositFen() {
        return depositFen;
    }

    public @Nullable UUID releaseBatchId() {
        return releaseBatchId;
    }

    public long version() {
        return version;
    }
}
