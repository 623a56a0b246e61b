package cn.qingcheng.housing.application;

import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an application must say to be right, told with all its errors at once. */
@ApplicationScoped
class ContentRules {

    private final RoundRepository rounds;
    private final UnitRepository units;

    ContentRules(RoundRepository rounds, UnitRepository units) {
        this.rounds = rounds;
        this.units = units;
    }

    void check(UUID roundId, UUID headTalentId, ApplicationContent content) {
        List<InputError> errors = new ArrayList<>();
        checkMembers(headTalentId, content.household().members(), errors);
        checkWishes(roundId, content, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
    }

    private static void checkMembers(
            UUID headTalentId, List<HouseholdContent.Member> members, List<InputError> errors) {
        Set<UUID> seen = new HashSet<>(Set.of(headTalentId));
        for (int i = 0; i < members.size(); i++) {
            HouseholdContent.Member member = members.get(i);
            String pointer = "/household/members/" + i;
            UUID talentId = member.talentId();
            if (member.relation() == Relation.SELF) {
                errors.add(InputError.of(pointer + "/relation", "SELF_IS_THE_APPLICANT"));
            }
            if ((talentId == null) == (member.name() == null)) {
                errors.add(InputError.of(pointer, "TALENT_ID_OR_NAME"));
            }
            if (talentId != null && !seen.add(talentId)) {
                errors.add(InputError.of(pointer + "/talentId", "DUPLICATE_PERSON"));
            }
        }
    }

    private void checkWishes(UUID roundId, ApplicationContent content, List<InputError> errors) {
        List<UUID> wishes = content.wishes();
        Map<UUID, Unit> wished = units.byIds(wishes).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Set<UUID> inRound = rounds.unitsOf(roundId);
        int persons = content.household().members().size() + 1;
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < wishes.size(); i++) {
            UUID wish = wishes.get(i);
            Unit unit = inRound.contains(wish) ? wished.get(wish) : null;
            @Nullable String fault = seen.add(wish) ? fault(unit, persons) : "DUPLICATE_UNIT";
            if (fault != null) {
                errors.add(InputError.of("/wishes/" + i, fault));
            }
        }
    }

    private static @Nullable String fault(@Nullable Unit unit, int persons) {
        if (unit == null) {
            return "UNIT_NOT_IN_ROUND";
        }
        return unit.capacity() < persons ? "UNIT_TOO_SMALL" : null;
    }
}
