package cn.qingcheng.housing.lease;

import cn.qingcheng.kit.event.DomainEvent;
import java.time.LocalDate;
import java.util.UUID;

/** What others may know of the way of a lease. */
public sealed interface LeaseEvent extends DomainEvent {

    UUID leaseId();

    @Override
    default String topic() {
        return "housing.lease.v1";
    }

    @Override
    default String key() {
        return leaseId().toString();
    }

    record Created(
            UUID leaseId,
            String number,
            UUID talentId,
            UUID unitId,
            String unitNumber,
            LocalDate startsOn,
            LocalDate endsOn)
            implements LeaseEvent {
        @Override
        public String type() {
            return "housing.lease.created";
        }
    }

    record Signed(UUID leaseId, String number, UUID talentId, UUID unitId, String unitNumber) implements LeaseEvent {
        @Override
        public String type() {
            return "housing.lease.signed";
        }
    }

    record HandedOver(UUID leaseId, String number, UUID talentId, UUID unitId, String unitNumber)
            implements LeaseEvent {
        @Override
        public String type() {
            return "housing.lease.handed-over";
        }
    }
}
