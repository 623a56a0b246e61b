package cn.qingcheng.housing.draw;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draw as the officers who make it see it. */
public record DrawResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID roundId,

        @Schema(examples = "1") int sequence,
        DrawStatus status,
        @Schema(examples = "07,31,18,44,02,26") String entropy,
        @Schema(examples = "housing1") String enteredBy,
        @Schema(examples = "housing2") @Nullable String confirmedBy,

        @Schema(examples = "81dc34ead18ad087fd2c0d6766801b3ff1ad9c285ffc5e9d37488aa2fb04d069") @Nullable
        String seed,

        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant drawnAt,
        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant voidedAt,

        @Schema(examples = "the drum was opened too early") @Nullable
        String voidReason) {

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
