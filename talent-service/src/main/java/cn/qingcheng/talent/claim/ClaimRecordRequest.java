package cn.qingcheng.talent.claim;

import cn.qingcheng.kit.standard.ResidentIdNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What only the person herself should know all of. */
record ClaimRecordRequest(
        @Schema(description = "GB 11643", examples = "150105199903071231") @NotNull @ResidentIdNumber
        String idNumber,

        @Schema(examples = "王青城") @NotBlank @Size(max = 100) String name,

        @Schema(description = "Of a graduation certificate", examples = "900012026210000001") @NotBlank @Size(max = 64)
        String certificateNumber) {

    /** Says nothing, so that no log line ever does. */
    @Override
    public String toString() {
        return "ClaimRecordRequest[…]";
    }
}
