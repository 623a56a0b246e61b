package cn.qingcheng.subsidy.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A row of a version's table of amounts: fen per month by education level. */
@Embeddable
public record AmountLine(
        @Column(name = "education_level") String educationLevel,
        @Column(name = "amount_fen") long amountFen) {}
