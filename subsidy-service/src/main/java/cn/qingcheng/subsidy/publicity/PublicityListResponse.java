package cn.qingcheng.subsidy.publicity;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A published list.
 *
 * @param closesAt when the working days are over, at midnight in the city
 * @param content exactly what was published
 * @param digest SHA-256 of the content's bytes as {@code /content} gives them
 */
public record PublicityListResponse(
        UUID id,
        @Schema(examples = "rent-subsidy") String schemeCode,
        @Schema(examples = "2026-W36") String week,
        @Schema(examples = "1") int issue,
        Instant publishedAt,
        Instant closesAt,

        @JsonRawValue @Schema(type = SchemaType.OBJECT, examples = "{\"scheme\":\"rent-subsidy\",\"entries\":[]}")
        String content,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String digest) {

    static PublicityListResponse from(PublicityList list) {
        return new PublicityListResponse(
                list.id(),
                list.schemeCode(),
                list.week(),
                list.issue(),
                list.publishedAt(),
                list.closesAt(),
                list.content(),
                list.digest());
    }
}
