package cn.qingcheng.subsidy.policy;

import cn.qingcheng.kit.standard.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scheme with one of its versions, open to everybody. */
public record SchemeResponse(
        @Schema(examples = "rent-subsidy") String code,
        LocalisedText name,
        @Schema(examples = "大学生留呼安居政策（样例）") String policy,
        @Schema(examples = "1") int version,
        VersionStatus status,
        @Schema(examples = "RENT_SUBSIDY") @Nullable String benefitKind,
        @Schema(examples = "talent-housing-2026") String budgetLineCode,
        List<RuleRequest> rules,
        List<AmountRequest> amounts,
        @Schema(examples = "12") int instalments,
        @Schema(examples = "[\"RENT_CONTRACT\"]") List<String> evidence,
        @Schema(examples = "5") int publicityWorkdays,
        @Schema(examples = "10") int correctionWorkdays,
        @Nullable Instant inForceAt,
        @Nullable Instant endedAt,
        @JsonIgnore @Schema(hidden = true) long entityVersion) {

    static SchemeResponse from(SchemeVersion version) {
        Scheme scheme = version.scheme();
        return new SchemeResponse(
                scheme.code(),
                scheme.name(),
                scheme.policy(),
                version.number(),
                version.status(),
                version.benefitKind().orElse(null),
                version.budgetLineCode(),
                version.rules().stream().map(RuleRequest::from).toList(),
                version.amounts().stream()
                        .map(line -> new AmountRequest(line.educationLevel(), Money.ofFen(line.amountFen())))
                        .toList(),
                version.instalments(),
                version.evidenceKinds(),
                version.publicityWorkdays(),
                version.correctionWorkdays(),
                version.inForceAt(),
                version.endedAt(),
                version.version());
    }
}
