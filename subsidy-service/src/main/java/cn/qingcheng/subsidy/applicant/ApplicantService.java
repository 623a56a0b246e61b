package cn.qingcheng.subsidy.applicant;

import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps the projection and finds the person behind an account. */
@ApplicationScoped
public class ApplicantService {
    @Inject
    ApplicantRepository applicants;

    @Inject
    Clock clock;

    /** Takes in a person's facts unless a newer revision is already known. */
    @Transactional
    public void learn(TalentFacts facts) {
        Applicant known = applicants.findById(facts.talentId());
        if (known != null && facts.revision() <= known.revision()) {
            return;
        }
        String accountId = facts.accountId();
        if (accountId != null) {
            applicants.takeAccountFromOthers(accountId, facts.talentId());
        }
        if (known == null) {
            applicants.persist(new Applicant(facts, clock.instant()));
        } else {
            known.learn(facts, clock.instant());
        }
    }

    /**
     * The person who claimed her record with this account.
     *
     * @throws ProblemException 404 when nobody has, as far as this service has heard
     */
    @Transactional
    public TalentFacts ofAccount(String accountId) {
        return applicants
                .ofAccount(accountId)
                .map(Applicant::facts)
                .orElseThrow(() -> new ProblemException(ApplicantProblem.NOT_CLAIMED));
    }

    /** The last facts of a person known to exist. */
    @Transactional
    public TalentFacts ofTalent(UUID talentId) {
        return applicants
                .findByIdOptional(talentId)
                .map(Applicant::facts)
                .orElseThrow(() -> new ProblemException(ApplicantProblem.NOT_CLAIMED));
    }
}
