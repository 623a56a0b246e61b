package cn.qingcheng.housing.draw;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the announced source gave, exactly as it is to be hashed: printable ASCII without the separator {@code |}. */
public record EnterEntropyRequest(
        @Schema(examples = "07,31,18,44,02,26") @NotNull @Pattern(regexp = "[\\x21-\\x7E&&[^|]]{1,500}")
        String entropy) {}
