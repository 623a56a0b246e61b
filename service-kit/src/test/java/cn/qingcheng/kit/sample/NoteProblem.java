package cn.qingcheng.kit.sample;

import cn.qingcheng.kit.problem.ConstraintProblems;
import cn.qingcheng.kit.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What can go wrong with a note. */
enum NoteProblem implements ProblemCode {
    TITLE_TAKEN(409),
    TOO_THICK(422);

    private final int status;

    NoteProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** The constraints of the sample's table. */
    @ApplicationScoped
    static class Constraints implements ConstraintProblems {
        @Override
        public Map<String, ProblemCode> byConstraint() {
            return Map.of("sample_note_title_unique", TITLE_TAKEN);
        }
    }
}
