package cn.qingcheng.housing.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What of a draft can be edited: who moves in, and the wished units, the dearest first. */
public record ApplicationContent(
        @NotNull @Valid HouseholdContent household,
        @NotNull @Size(min = 1, max = 10) List<@NotNull UUID> wishes) {}
