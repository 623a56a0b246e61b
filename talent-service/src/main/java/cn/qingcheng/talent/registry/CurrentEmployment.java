package cn.qingcheng.talent.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Where a person works now, as her employer declared it last.
 *
 * @param employerCode unified social credit code
 * @param regionCode where the work is done
 * @param startedOn first day of work
 * @param socialInsuranceMonth latest month the employer has paid social insurance for
 */
@Embeddable
public record CurrentEmployment(
        @Column(name = "employer_code") String employerCode,
        @Column(name = "employment_region") String regionCode,
        @Column(name = "employment_started_on") LocalDate startedOn,
        @Column(name = "insurance_month") YearMonth socialInsuranceMonth) {}
