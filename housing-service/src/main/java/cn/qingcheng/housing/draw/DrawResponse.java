package cn.qingcheng.housing.draw;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draw as the officers who make it see it. */
public record DrawResponse(
        UUID roundId,
        int sequence,
        DrawStatus status,
        String entropy,
        String enteredBy,
        @Nullable String confirmedBy,
        @Nullable String seed,
        @Nullable Instant drawnAt,
        @Nullable Instant voidedAt,
        @Nullable String voidReason) {

    static DrawResponse from(UUID roundId, Draw draw) {
        return new DrawResponse(
                roundId,
                draw.sequence(),
                draw.status(),
                draw.entropy(),
                draw.enteredBy(),
                draw.confirmedBy(),
                draw.seed(),
                draw.drawnAt(),
                draw.voidedAt(),
                draw.voidReason());
    }
}
