package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.subsidy.entitlement.InstalmentResponse;
import cn.qingcheng.subsidy.evidence.EvidenceResponse;
import cn.qingcheng.subsidy.policy.LocalisedText;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands.
 *
 * @param allowedNext the states that can follow
 * @param reason why it was refused or sent back, if it was
 * @param decisions with the facts and rule outcomes each stood on; shown to officers only
 */
public record ApplicationResponse(
        UUID id,
        @Schema(examples = "QS-2026-000001") String number,
        @Schema(examples = "rent-subsidy") String schemeCode,
        LocalisedText schemeName,
        @Schema(examples = "1") int schemeVersion,
        @Schema(examples = "2026") String period,
        UUID talentId,
        ApplicationStatus status,
        List<ApplicationStatus> allowedNext,
        @Nullable Money monthlyAmount,
        @Schema(examples = "毕业证书照片不清晰，请重新上传") @Nullable String reason,
        @Nullable Instant submittedAt,
        @Nullable Instant correctionDueAt,
        PayeeResponse payee,
        List<EvidenceResponse> evidence,
        List<HistoryResponse> history,
        List<DecisionResponse> decisions,
        List<InstalmentResponse> instalments,
        @JsonIgnore @Schema(hidden = true) long entityVersion) {

    /** The account to be paid, masked. */
    public record PayeeResponse(
            @Schema(examples = "102191000019") String bankCode,
            @Schema(examples = "****0017") String accountNumber) {}

    /**
     * One step of its life.
     *
     * @param by who took it; not told to the applicant
     */
    public record HistoryResponse(
            @Nullable ApplicationStatus from,
            ApplicationStatus to,
            Instant at,
            @Schema(examples = "reviewer") @Nullable String by,
            @Schema(examples = "毕业证书照片不清晰，请重新上传") @Nullable String reason) {}

    /** A decision with what it stood on. */
    public record DecisionResponse(
            DecisionStep step,
            ApplicationStatus outcome,
            @Schema(examples = "approver") String by,
            Instant at,
            @Schema(examples = "毕业证书照片不清晰，请重新上传") @Nullable String reason,
            @Schema(examples = "1") int schemeVersion,

            @JsonRawValue
            @Schema(
                    type = SchemaType.OBJECT,
                    description = "The facts by name",
                    examples = "{\"educationLevel\":\"21\"}")
            String facts,

            @JsonRawValue
            @Schema(type = SchemaType.OBJECT, description = "Every rule's outcome", examples = "{\"eligible\":\"YES\"}")
            String report) {}
}
