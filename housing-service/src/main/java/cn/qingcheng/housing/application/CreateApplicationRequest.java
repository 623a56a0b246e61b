package cn.qingcheng.housing.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

public record CreateApplicationRequest(
        @NotNull UUID roundId,
        @NotNull @Valid HouseholdContent household,
        @NotNull @Size(min = 1, max = 10) List<@NotNull UUID> wishes) {

    ApplicationContent content() {
        return new ApplicationContent(household, wishes);
    }
}
