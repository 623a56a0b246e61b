package cn.qingcheng.housing.draw;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What the announced source gave, exactly as it is to be hashed: printable ASCII without the separator {@code |}. */
public record EnterEntropyRequest(
        @NotNull @Pattern(regexp = "[\\x21-\\x7E&&[^|]]{1,500}")
        String entropy) {}
