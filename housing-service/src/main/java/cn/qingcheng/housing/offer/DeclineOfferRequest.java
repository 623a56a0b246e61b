package cn.qingcheng.housing.offer;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

public record DeclineOfferRequest(
        @Schema(examples = "moving to another city") @Nullable @Size(max = 500)
        String reason) {}
