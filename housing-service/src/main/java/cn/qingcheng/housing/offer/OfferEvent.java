package cn.qingcheng.housing.offer;

import cn.qingcheng.kit.event.DomainEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others may know of the way of an offer. */
public sealed interface OfferEvent extends DomainEvent {

    UUID offerId();

    @Override
    default String topic() {
        return "housing.offer.v1";
    }

    @Override
    default String key() {
        return offerId().toString();
    }

    /** To be answered through {@code answerBy}. */
    record Made(UUID offerId, UUID applicationId, UUID talentId, UUID unitId, String unitNumber, LocalDate answerBy)
            implements OfferEvent {
        @Override
        public String type() {
            return "housing.offer.made";
        }
    }

    record Accepted(UUID offerId, UUID applicationId, UUID talentId, UUID unitId, String unitNumber)
            implements OfferEvent {
        @Override
        public String type() {
            return "housing.offer.accepted";
        }
    }

    record Declined(UUID offerId, UUID applicationId, UUID talentId, UUID unitId, String unitNumber)
            implements OfferEvent {
        @Override
        public String type() {
            return "housing.offer.declined";
        }
    }

    record Expired(UUID offerId, UUID applicationId, UUID talentId, UUID unitId, String unitNumber)
            implements OfferEvent {
        @Override
        public String type() {
            return "housing.offer.expired";
        }
    }

    record Withdrawn(
            UUID offerId,
            UUID applicationId,
            UUID talentId,
            UUID unitId,
            String unitNumber,
            String reasonCode,
            @Nullable String heldKind)
            implements OfferEvent {
        @Override
        public String type() {
            return "housing.offer.withdrawn";
        }
    }
}
