package cn.qingcheng.kit.standard;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Education levels of GB/T 4658-2006. A person <em>graduates</em> (毕业), <em>completes</em> a course without the
 * diploma (结业), or <em>leaves</em> without finishing (肄业); only the first qualifies where a graduate is asked for.
 */
public enum EducationLevel {
    DOCTOR("11", Outcome.GRADUATED),
    DOCTOR_COMPLETED("12", Outcome.COMPLETED),
    DOCTOR_LEFT("13", Outcome.LEFT),
    MASTER("14", Outcome.GRADUATED),
    MASTER_COMPLETED("15", Outcome.COMPLETED),
    MASTER_LEFT("16", Outcome.LEFT),
    POSTGRADUATE_CLASS("17", Outcome.GRADUATED),
    POSTGRADUATE_CLASS_COMPLETED("18", Outcome.COMPLETED),
    POSTGRADUATE_CLASS_LEFT("19", Outcome.LEFT),
    BACHELOR("21", Outcome.GRADUATED),
    BACHELOR_COMPLETED("22", Outcome.COMPLETED),
    BACHELOR_LEFT("23", Outcome.LEFT),
    UNIVERSITY_ORDINARY_CLASS("28", Outcome.GRADUATED),
    COLLEGE("31", Outcome.GRADUATED),
    COLLEGE_COMPLETED("32", Outcome.COMPLETED),
    COLLEGE_LEFT("33", Outcome.LEFT),
    SECONDARY_SPECIALISED("41", Outcome.GRADUATED),
    SECONDARY_SPECIALISED_COMPLETED("42", Outcome.COMPLETED),
    SECONDARY_SPECIALISED_LEFT("43", Outcome.LEFT),
    VOCATIONAL_HIGH("44", Outcome.GRADUATED),
    VOCATIONAL_HIGH_COMPLETED("45", Outcome.COMPLETED),
    VOCATIONAL_HIGH_LEFT("46", Outcome.LEFT),
    TECHNICAL("47", Outcome.GRADUATED),
    TECHNICAL_COMPLETED("48", Outcome.COMPLETED),
    TECHNICAL_LEFT("49", Outcome.LEFT),
    HIGH("61", Outcome.GRADUATED),
    HIGH_COMPLETED("62", Outcome.COMPLETED),
    HIGH_LEFT("63", Outcome.LEFT),
    JUNIOR_HIGH("71", Outcome.GRADUATED),
    JUNIOR_HIGH_LEFT("73", Outcome.LEFT),
    PRIMARY("81", Outcome.GRADUATED),
    PRIMARY_LEFT("83", Outcome.LEFT),
    OTHER("90", Outcome.LEFT);

    /** How a course ended. */
    public enum Outcome {
        GRADUATED,
        COMPLETED,
        LEFT
    }

    private static final Map<String, EducationLevel> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EducationLevel::code, Function.identity()));

    private final String code;
    private final Outcome outcome;

    EducationLevel(String code, Outcome outcome) {
        this.code = code;
        this.outcome = outcome;
    }

    /**
     * The level of a code.
     *
     * @throws InvalidValue {@code UNKNOWN_EDUCATION_LEVEL}
     */
    public static EducationLevel of(String code) {
        return find(code).orElseThrow(() -> new InvalidValue("UNKNOWN_EDUCATION_LEVEL"));
    }

    /** The level of a code, empty when the standard has no such code. */
    public static Optional<EducationLevel> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The two digits of the standard. */
    public String code() {
        return code;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether this is a graduation from higher education: college, bachelor, master, doctor and their classes. */
    public boolean isHigherEducationGraduate() {
        return outcome == Outcome.GRADUATED && code.charAt(0) <= '3';
    }
}
