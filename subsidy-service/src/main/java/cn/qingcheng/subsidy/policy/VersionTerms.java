package cn.qingcheng.subsidy.policy;

import cn.qingcheng.subsidy.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a version of a scheme decides, as drafted.
 *
 * @param benefitKind the kind the benefit register must clear, null when the scheme excludes no other
 * @param instalments how many months are paid
 * @param publicityWorkdays working days between publishing and closing a list
 * @param correctionWorkdays working days an applicant has to correct a returned application
 */
public record VersionTerms(
        @Nullable String benefitKind,
        String budgetLineCode,
        int instalments,
        int publicityWorkdays,
        int correctionWorkdays,
        List<Rule> rules,
        List<AmountLine> amounts,
        List<String> evidenceKinds) {}
