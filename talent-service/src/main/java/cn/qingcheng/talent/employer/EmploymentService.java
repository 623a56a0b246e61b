package cn.qingcheng.talent.employer;

import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.standard.RegionCode;
import cn.qingcheng.talent.registry.CurrentEmployment;
import cn.qingcheng.talent.registry.PersonalData;
import cn.qingcheng.talent.registry.Registry;
import cn.qingcheng.talent.registry.Talent;
import cn.qingcheng.talent.registry.TalentRepository;
import cn.qingcheng.talent.retention.Retentions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Employers declare whom they employ, month by month, and thereby who stays in the city. */
@ApplicationScoped
class EmploymentService {

    private final EmployerRepository employers;
    private final EmploymentRepository employments;
    private final TalentRepository talents;
    private final PersonalData personalData;
    private final Registry registry;
    private final Retentions retentions;
    private final Outbox outbox;
    private final Clock clock;

    EmploymentService(
            EmployerRepository employers,
            EmploymentRepository employments,
            TalentRepository talents,
            PersonalData personalData,
            Registry registry,
            Retentions retentions,
            Outbox outbox,
            Clock clock) {
        this.employers = employers;
        this.employments = employments;
        this.talents = talents;
        this.personalData = personalData;
        this.registry = registry;
        this.retentions = retentions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    EmploymentResponse declare(String callersCode, DeclareEmploymentRequest request) {
        if (!callersCode.equals(request.unifiedSocialCreditCode())) {
            throw new ProblemException(EmployerProblem.NOT_YOUR_EMPLOYER);
        }
        if (request.socialInsuranceMonth().isBefore(YearMonth.from(request.startedOn()))) {
            throw ProblemException.invalidInput(
                    List.of(InputError.of("/socialInsuranceMonth", "BEFORE_START_OF_WORK")));
        }
        Employer employer = employers
                .byCode(callersCode)
                .orElseThrow(() -> new ProblemException(EmployerProblem.EMPLOYER_NOT_REGISTERED));
        Talent talent = talents.byIdNumber(personalData.indexOf(request.idNumber()))
                .orElseThrow(() -> new ProblemException(EmployerProblem.PERSON_NOT_REGISTERED));
        if (request.startedOn().isBefore(talent.bornOn())) {
            throw ProblemException.invalidInput(List.of(InputError.of("/startedOn", "BEFORE_BIRTH")));
        }
        if (employments.isDeclared(employer, talent.id(), request.socialInsuranceMonth())) {
            throw new ProblemException(EmployerProblem.EMPLOYMENT_ALREADY_DECLARED);
        }
        Employment employment = new Employment(employer, talent.id(), request, clock.instant());
        employments.persist(employment);
        outbox.append(EmploymentDeclared.of(employment));
        talent.employ(
                new CurrentEmployment(
                        callersCode, request.regionCode(), request.startedOn(), request.socialInsuranceMonth()),
                clock.instant());
        retentions.review(talent, monthsInsuredInCity(talent), request.regionCode(), request.socialInsuranceMonth());
        registry.publish(talent);
        return EmploymentResponse.from(employment);
    }

    @Transactional
    EmploymentResponse show(UUID id, String callersCode) {
        return employments
                .ofEmployer(id, callersCode)
                .map(EmploymentResponse::from)
                .orElseThrow(ProblemException::notFound);
    }

    private Set<YearMonth> monthsInsuredInCity(Talent talent) {
        return employments.ofTalent(talent.id()).stream()
                .filter(employment -> RegionCode.isInCity(employment.regionCode()))
                .map(Employment::socialInsuranceMonth)
                .collect(Collectors.toSet());
    }
}
