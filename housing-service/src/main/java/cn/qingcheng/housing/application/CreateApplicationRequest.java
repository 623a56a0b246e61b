package cn.qingcheng.housing.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record CreateApplicationRequest(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e") @NotNull
        UUID roundId,

        @NotNull @Valid HouseholdContent household,

        @Schema(examples = "[\"01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e\"]") @NotNull @Size(min = 1, max = 10)
        List<@NotNull UUID> wishes) {

    ApplicationContent content() {
        return new ApplicationContent(household, wishes);
    }
}
