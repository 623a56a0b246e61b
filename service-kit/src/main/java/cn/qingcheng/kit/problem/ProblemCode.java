package cn.qingcheng.kit.problem;

/**
 * One kind of failure a caller can meet, with a code that never changes its meaning.
 *
 * <p>Each feature has one enum of them. The texts are in the service's bundle {@code messages/problems.properties}
 * (zh-CN) and {@code messages/problems_en.properties} under {@code CODE.title} and {@code CODE.detail}, the latter a
 * {@link java.text.MessageFormat}.
 */
public interface ProblemCode {

    /** The stable code, UPPER_SNAKE; the enum constant's own name. */
    String name();

    /** The HTTP status, 400 to 599. */
    int status();
}
