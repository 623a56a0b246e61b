package cn.qingcheng.housing.draw;

import cn.qingcheng.housing.lottery.Ticket;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** A line of the frozen list. */
@Entity
@Immutable
public class RoundTicket {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column
    private UUID roundId;

    private String ticketId;
    private UUID applicationId;
    private int tierPosition;
    private String wishes;

    protected RoundTicket() {}

    RoundTicket(UUID roundId, UUID applicationId, Ticket ticket) {
        this.roundId = roundId;
        this.ticketId = ticket.id();
        this.applicationId = applicationId;
        this.tierPosition = ticket.tier();
        this.wishes = String.join(",", ticket.wishes());
    }

    public String ticketId() {
        return ticketId;
    }

    public UUID applicationId() {
        return applicationId;
    }

    Ticket ticket() {
        return new Ticket(ticketId, tierPosition, List.of(wishes.split(",", -1)));
    }
}
