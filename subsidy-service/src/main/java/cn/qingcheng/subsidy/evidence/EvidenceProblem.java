package cn.qingcheng.subsidy.evidence;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can go wrong with a file of evidence. */
public enum EvidenceProblem implements ProblemCode {
    EVIDENCE_KIND_UNKNOWN(404),
    EVIDENCE_TYPE_REFUSED(415),
    EVIDENCE_TOO_LARGE(413),
    EVIDENCE_EMPTY(400);

    private final int status;

    EvidenceProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
