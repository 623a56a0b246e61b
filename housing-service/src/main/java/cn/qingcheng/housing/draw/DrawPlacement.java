package cn.qingcheng.housing.draw;

import cn.qingcheng.housing.lottery.Placement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** What one ticket got in one draw; written once. */
@Entity
@Immutable
public class DrawPlacement {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column
    private UUID drawId;

    private int place;
    private String ticketId;
    private UUID applicationId;
    private String sortKey;
    private @Nullable UUID unitId;
    private @Nullable String unitCode;
    private boolean struck;

    protected DrawPlacement() {}

    DrawPlacement(UUID drawId, UUID applicationId, Placement placement, @Nullable UUID unitId) {
        this.drawId = drawId;
        this.place = placement.place();
        this.ticketId = placement.drawn().ticket().id();
        this.applicationId = applicationId;
        this.sortKey = placement.drawn().key();
        this.unitId = unitId;
        this.unitCode = placement.unit();
        this.struck = placement.struck();
    }

    public int place() {
        return place;
    }

    public String ticketId() {
        return ticketId;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public String sortKey() {
        return sortKey;
    }

    public @Nullable UUID unitId() {
        return unitId;
    }

    public @Nullable String unitCode() {
        return unitCode;
    }

    public boolean isStruck() {
        return struck;
    }
}
