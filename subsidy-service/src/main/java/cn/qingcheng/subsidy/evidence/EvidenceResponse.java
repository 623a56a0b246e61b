package cn.qingcheng.subsidy.evidence;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A piece of evidence, without its content. */
public record EvidenceResponse(
        @Schema(examples = "RENT_CONTRACT") String kind,
        @Schema(examples = "application/pdf") String mediaType,
        @Schema(examples = "48213") long sizeBytes,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        Instant uploadedAt) {

    public static EvidenceResponse from(Evidence evidence) {
        return new EvidenceResponse(
                evidence.kind(), evidence.mediaType(), evidence.sizeBytes(), evidence.sha256(), evidence.updatedAt());
    }
}
