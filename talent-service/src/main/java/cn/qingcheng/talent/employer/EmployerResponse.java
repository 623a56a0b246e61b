package cn.qingcheng.talent.employer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An employer as officers see it. */
@Schema(name = "Employer")
record EmployerResponse(
        UUID id,
        @Schema(examples = "91150102MA0TE5T084") String unifiedSocialCreditCode,
        @Schema(examples = "样例企业01") String name,
        @Schema(examples = "150102") String regionCode,
        Instant registeredAt,
        @JsonIgnore @Schema(hidden = true) long version) {

    static EmployerResponse from(Employer employer) {
        return new EmployerResponse(
                employer.id(),
                employer.unifiedSocialCreditCode(),
                employer.name(),
                employer.regionCode(),
                employer.createdAt(),
                employer.version());
    }
}
