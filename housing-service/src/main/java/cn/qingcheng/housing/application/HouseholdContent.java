package cn.qingcheng.housing.application;

import cn.qingcheng.kit.privacy.Mask;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The members of a household other than its head, who applies. */
public record HouseholdContent(@NotNull @Size(max = 9) List<@NotNull @Valid Member> members) {

    /** Somebody of the household: by {@code talentId} when they are in the registry, else by {@code name}. */
    public record Member(
            @NotNull Relation relation,

            @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e") @Nullable
            UUID talentId,

            @Schema(examples = "王小样") @Nullable @Size(min = 1, max = 50)
            String name) {

        private Member masked() {
            return new Member(relation, talentId, name == null ? null : Mask.name(name));
        }
    }

    HouseholdContent masked() {
        return new HouseholdContent(members.stream().map(Member::masked).toList());
    }
}
