package cn.qingcheng.housing.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
public class Building {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "estate_id")
    private Estate estate;

    private String number;

    @Column
    private Instant createdAt;

    protected Building() {}

    public Building(Estate estate, String number, Instant at) {
        this.estate = estate;
        this.number = number;
        this.createdAt = at;
    }

    public UUID id() {
        return id;
    }

    public Estate estate() {
        return estate;
    }

    public String number() {
        return number;
    }
}
