package cn.qingcheng.housing.application;

import cn.qingcheng.housing.applicant.Applicant;
import cn.qingcheng.housing.applicant.ApplicantRepository;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.housing.round.Round;
import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.housing.round.RoundStatus;
import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.precondition.MergePatch;
import cn.qingcheng.kit.precondition.Preconditions;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.time.CityTime;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person does with their own application. */
@ApplicationScoped
public class ApplicationService {

    private final ApplicationRepository applications;
    private final ApplicantRepository applicants;
    private final RoundRepository rounds;
    private final ContentRules rules;
    private final HouseholdNames names;
    private final StateChangeRepository history;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Steps steps;

    ApplicationService(
            ApplicationRepository applications,
            ApplicantRepository applicants,
            RoundRepository rounds,
            ContentRules rules,
            HouseholdNames names,
            StateChangeRepository history,
            Outbox outbox,
            MergePatch mergePatch,
            Caller caller,
            Steps steps) {
        this.applications = applications;
        this.applicants = applicants;
        this.rounds = rounds;
        this.rules = rules;
        this.names = names;
        this.history = history;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.steps = steps;
    }

    @Transactional
    public Application create(CreateApplicationRequest request) {
        Applicant applicant = applicants
                .byAccount(caller.accountId())
                .orElseThrow(() -> new ProblemException(ApplicationProblem.NOT_CLAIMED));
        Round round = rounds.findByIdOptional(request.roundId()).orElseThrow(ProblemException::notFound);
        checkOpen(round);
        rules.check(round.id(), applicant.talentId(), request.content());
        Step step = steps.ofCaller();
        Application application = new Application(nextNumber(step), round.id(), applicant.talentId(), step);
        applications.persist(application);
        describe(application, request.content(), step);
        history.persist(application.created(step));
        applications.flush();
        return application;
    }

    @Transactional
    public Application update(UUID id, @Nullable String ifMatch, JsonNode patch) {
        Application application = lockMine(id);
        Preconditions.check(ifMatch, application.version());
        if (application.status() != ApplicationStatus.DRAFT) {
            throw new ProblemException(ApplicationProblem.NO_LONGER_A_DRAFT, application.number());
        }
        ApplicationContent current = new ApplicationContent(names.open(application), application.wishes());
        ApplicationContent content = mergePatch.apply(current, patch, ApplicationContent.class);
        rules.check(application.roundId(), application.talentId(), content);
        Step step = steps.ofCaller();
        // Rows go before others come: a person may only have changed places within the household.
        application.describe(List.of(), List.of(), step.at());
        applications.flush();
        describe(application, content, step);
        applications.flush();
        return application;
    }

    @Transactional
    public Application submit(UUID id) {
        Applicant applicant = applicants.byAccount(caller.accountId()).orElseThrow(ProblemException::notFound);
        // Held open, so that its list is not frozen between this check and the hand-in.
        Round round = applications
                .roundOf(applicant.talentId(), id)
                .flatMap(rounds::heldOpen)
                .orElseThrow(ProblemException::notFound);
        Application application = lockMine(id);
        checkOpen(round);
        int tier = round.tierOf(applicant.educationLevel())
                .orElseThrow(() -> new ProblemException(
                        ApplicationProblem.NOT_ELIGIBLE_FOR_ROUND, round.code(), applicant.educationLevel()));
        history.persist(application.submit(tier, steps.ofCaller()));
        outbox.append(new ApplicationEvent.Submitted(
                application.id(), application.number(), application.talentId(), round.code()));
        applications.flush();
        return application;
    }

    @Transactional
    public Application withdraw(UUID id) {
        Application application = lockMine(id);
        history.persist(application.withdraw(steps.ofCaller()));
        outbox.append(new ApplicationEvent.Withdrawn(application.id(), application.number(), application.talentId()));
        applications.flush();
        return application;
    }

    private static void checkOpen(Round round) {
        if (round.status() != RoundStatus.OPEN) {
            throw new ProblemException(ApplicationProblem.ROUND_NOT_OPEN, round.code())
                    .with("roundStatus", round.status().name());
        }
    }

    private void describe(Application application, ApplicationContent content, Step step) {
        application.describe(names.seal(application.id(), content.household()), content.wishes(), step.at());
    }

    private String nextNumber(Step step) {
        int year = ZonedDateTime.ofInstant(step.at(), CityTime.ZONE).getYear();
        return String.format(Locale.ROOT, "HA-%d-%04d", year, applications.nextNumber());
    }

    private Application lockMine(UUID id) {
        return applicants
                .byAccount(caller.accountId())
                .flatMap(applicant -> applications.lockedOf(applicant.talentId(), id))
                .orElseThrow(ProblemException::notFound);
    }
}
