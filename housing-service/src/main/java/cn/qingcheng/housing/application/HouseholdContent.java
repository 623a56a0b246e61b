package cn.qingcheng.housing.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a household other than its head, who applies. */
public record HouseholdContent(@NotNull @Size(max = 9) List<@NotNull @Valid Member> members) {

    /** Somebody of the household: by {@code talentId} when they are in the registry, else by {@code name}. */
    public record Member(
            @NotNull Relation relation,
            @Nullable UUID talentId,
            @Nullable @Size(min = 1, max = 50) String name) {}
}
