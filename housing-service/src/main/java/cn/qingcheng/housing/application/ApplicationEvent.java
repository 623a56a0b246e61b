package cn.qingcheng.housing.application;

import cn.qingcheng.kit.event.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others may know of the way of an application. */
public sealed interface ApplicationEvent extends DomainEvent {

    UUID applicationId();

    @Override
    default String topic() {
        return "housing.application.v1";
    }

    @Override
    default String key() {
        return applicationId().toString();
    }

    record Submitted(UUID applicationId, String number, UUID talentId, String roundCode) implements ApplicationEvent {
        @Override
        public String type() {
            return "housing.application.submitted";
        }
    }

    record EnteredRound(UUID applicationId, String number, UUID talentId, String roundCode)
            implements ApplicationEvent {
        @Override
        public String type() {
            return "housing.application.in-round";
        }
    }

    /** Place in the line over all tiers, from 1. */
    record Drawn(UUID applicationId, String number, UUID talentId, String roundCode, int place)
            implements ApplicationEvent {
        @Override
        public String type() {
            return "housing.application.drawn";
        }
    }

    record Waitlisted(UUID applicationId, String number, UUID talentId, String roundCode) implements ApplicationEvent {
        @Override
        public String type() {
            return "housing.application.waitlisted";
        }
    }

    record Refused(
            UUID applicationId,
            String number,
            UUID talentId,
            String reasonCode,
            @Nullable String heldKind) implements ApplicationEvent {
        @Override
        public String type() {
            return "housing.application.refused";
        }
    }

    record Withdrawn(UUID applicationId, String number, UUID talentId) implements ApplicationEvent {
        @Override
        public String type() {
            return "housing.application.withdrawn";
        }
    }

    record Housed(UUID applicationId, String number, UUID talentId) implements ApplicationEvent {
        @Override
        public String type() {
            return "housing.application.housed";
        }
    }
}
