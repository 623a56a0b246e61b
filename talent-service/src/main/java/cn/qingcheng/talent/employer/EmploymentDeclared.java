package cn.qingcheng.talent.employer;

import cn.qingcheng.kit.event.DomainEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** An employer has said that it insures a person this month. */
public record EmploymentDeclared(
        UUID employmentId,
        UUID talentId,
        String employerCode,
        String regionCode,
        LocalDate startedOn,
        YearMonth socialInsuranceMonth)
        implements DomainEvent {

    static EmploymentDeclared of(Employment employment) {
        return new EmploymentDeclared(
                employment.id(),
                employment.talentId(),
                employment.employer().unifiedSocialCreditCode(),
                employment.regionCode(),
                employment.startedOn(),
                employment.socialInsuranceMonth());
    }

    @Override
    public String topic() {
        return "talent.employment.v1";
    }

    @Override
    public String type() {
        return "talent.employment.declared";
    }

    @Override
    public String key() {
        return talentId.toString();
    }
}
