package cn.qingcheng.talent.employer;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Officers register the employers whose declarations the city trusts. */
@ApplicationScoped
class EmployerService {

    private final EmployerRepository employers;
    private final AuditTrail auditTrail;
    private final Clock clock;

    EmployerService(EmployerRepository employers, AuditTrail auditTrail, Clock clock) {
        this.employers = employers;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    @Transactional
    EmployerResponse register(RegisterEmployerRequest request) {
        String code = request.unifiedSocialCreditCode();
        if (employers.byCode(code).isPresent()) {
            throw new ProblemException(EmployerProblem.EMPLOYER_EXISTS);
        }
        Employer employer = new Employer(code, request.name().strip(), request.regionCode(), clock.instant());
        employers.persist(employer);
        auditTrail.record("EMPLOYER_REGISTERED", "employer", employer.id().toString(), null);
        return EmployerResponse.from(employer);
    }

    @Transactional
    EmployerResponse show(UUID id) {
        return employers.findByIdOptional(id).map(EmployerResponse::from).orElseThrow(ProblemException::notFound);
    }
}
