package cn.qingcheng.subsidy.payee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The account to be paid. The name goes into a file that people open with spreadsheets: it begins with a letter or
 * digit, lest it be taken for a formula, and has no line breaks.
 */
public record PayeeRequest(
        @Schema(examples = "样例一")
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ·•.,'’&()（）/-]*")
        String accountName,

        @Schema(examples = "6222000000000000017") @NotNull @Pattern(regexp = "[0-9]{10,30}")
        String accountNumber,

        @Schema(examples = "102191000019", description = "Bank code of the payment system, twelve digits")
        @NotNull
        @Pattern(regexp = "[0-9]{12}")
        String bankCode) {

    /** Keeps the account out of logs. */
    @Override
    public String toString() {
        return "PayeeRequest";
    }
}
