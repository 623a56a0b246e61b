package cn.qingcheng.platform.intake;

import cn.qingcheng.kit.problem.InputError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a feature did with a row.
 *
 * @param subjectId the thing that the row speaks of; null when it was rejected
 * @param errors why it was rejected; empty otherwise
 */
public record Taken(RowOutcome outcome, @Nullable UUID subjectId, List<InputError> errors) {

    public Taken {
        errors = List.copyOf(errors);
    }

    public static Taken created(UUID id) {
        return new Taken(RowOutcome.CREATED, id, List.of());
    }

    /** A thing that was there; whether the row said something new about it. */
    public static Taken existing(UUID id, boolean isChanged) {
        return new Taken(isChanged ? RowOutcome.UPDATED : RowOutcome.UNCHANGED, id, List.of());
    }

    public static Taken rejected(List<InputError> errors) {
        return new Taken(RowOutcome.REJECTED, null, errors);
    }
}
