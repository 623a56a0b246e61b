package cn.qingcheng.kit.problem;

import java.util.Collection;

/** The answer to a step out of order in a life cycle. */
public final class IllegalTransition {

    private IllegalTransition() {}

    /**
     * A 409 that says where the thing stands, what was asked and what could be asked instead.
     *
     * @param allowed the states that can follow {@code from}, none when it is the end
     */
    public static ProblemException of(Enum<?> from, Enum<?> to, Collection<? extends Enum<?>> allowed) {
        return new ProblemException(StandardProblem.ILLEGAL_TRANSITION, from.name(), to.name())
                .with("from", from.name())
                .with("to", to.name())
                .with("allowed", allowed.stream().map(Enum::name).sorted().toList());
    }
}
