package cn.qingcheng.subsidy.review;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.StandardProblem;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.kit.workday.WorkdayCalendar;
import cn.qingcheng.subsidy.application.Application;
import cn.qingcheng.subsidy.application.ApplicationJournal;
import cn.qingcheng.subsidy.application.ApplicationRepository;
import cn.qingcheng.subsidy.application.ApplicationResponse;
import cn.qingcheng.subsidy.application.ApplicationStatus;
import cn.qingcheng.subsidy.application.ApplicationSummary;
import cn.qingcheng.subsidy.application.ApplicationView;
import cn.qingcheng.subsidy.application.DecisionStep;
import cn.qingcheng.subsidy.eligibility.Assessment;
import cn.qingcheng.subsidy.eligibility.DecisionGround;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What officers decide about applications. */
@ApplicationScoped
public class ReviewService {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String SYSTEM = "system";
    private static final int LAPSES_PER_RUN = 100;

    @Inject
    ApplicationRepository applications;

    @Inject
    DecisionRepository decisions;

    @Inject
    Assessment assessment;

    @Inject
    ApprovalSequel sequel;

    @Inject
    ApplicationView view;

    @Inject
    ApplicationJournal journal;

    @Inject
    WorkdayCalendar calendar;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Transactional
    public Page<ApplicationSummary> list(@Nullable ApplicationStatus status, PageQuery page) {
        UUID last = Objects.requireNonNullElse(page.afterId(), BEFORE_ALL);
        return Page.of(
                        applications.handedInAfter(status, last, page.limit()),
                        page.size(),
                        application -> PageToken.of(application.id().toString()))
                .map(ApplicationSummary::from);
    }

    @Transactional
    public ApplicationResponse show(UUID id) {
        return shown(found(id));
    }

    @Transactional
    public ApplicationResponse accept(UUID id) {
        Application application = found(id);
        application.accept(caller.accountId(), clock.instant());
        return told(application);
    }

    @Transactional
    public ApplicationResponse startReview(UUID id) {
        Application application = found(id);
        application.startReview(caller.accountId(), clock.instant());
        return told(application);
    }

    @Transactional
    public ApplicationResponse passReview(UUID id, @Nullable String reason) {
        Application application = found(id);
        application.passReview(caller.accountId(), clock.instant(), reason);
        keep(application, DecisionStep.REVIEW);
        return told(application);
    }

    @Transactional
    public ApplicationResponse returnForCorrection(UUID id, String reason) {
        Application application = found(id);
        Instant dueAt = calendar.plusWorkdays(
                        CityTime.today(clock), application.schemeVersion().correctionWorkdays())
                .plusDays(1)
                .atStartOfDay(CityTime.ZONE)
                .toInstant();
        application.returnForCorrection(caller.accountId(), clock.instant(), reason, dueAt);
        keep(application, DecisionStep.REVIEW);
        return told(application);
    }

    /** Rejects it in the step it stands in; each step is its own officer's. */
    @Transactional
    public ApplicationResponse reject(UUID id, String reason) {
        Application application = found(id);
        boolean approval = application.status() == ApplicationStatus.REVIEW_PASSED;
        boolean review = application.status() == ApplicationStatus.UNDER_REVIEW;
        if ((approval && !caller.has(Roles.SUBSIDY_APPROVER)) || (review && !caller.has(Roles.SUBSIDY_REVIEWER))) {
            throw new ProblemException(StandardProblem.FORBIDDEN);
        }
        application.reject(caller.accountId(), clock.instant(), reason);
        keep(application, approval ? DecisionStep.APPROVAL : DecisionStep.REVIEW);
        return told(application);
    }

    /** Approves what meets every rule on the day of approval; it is published at once. */
    @Transactional
    public ApplicationResponse approve(UUID id, @Nullable String reason) {
        Application application = found(id);
        application.approve(caller.accountId(), clock.instant(), reason);
        DecisionGround ground = assessment.mustPass(application.talentId(), application.schemeVersion());
        decisions.persist(new Decision(application, DecisionStep.APPROVAL, ground));
        sequel.approved(application);
        return told(application);
    }

    /** Lets returned applications lapse whose correction did not come in time. */
    @Transactional
    public void lapseOverdue() {
        for (Application application : applications.lockOverdue(clock.instant(), LAPSES_PER_RUN)) {
            application.lapse(SYSTEM, clock.instant());
            journal.tell(application);
        }
    }

    private void keep(Application application, DecisionStep step) {
        DecisionGround ground = assessment.ground(application.talentId(), application.schemeVersion());
        decisions.persist(new Decision(application, step, ground));
    }

    private ApplicationResponse told(Application application) {
        journal.tell(application);
        return shown(application);
    }

    private ApplicationResponse shown(Application application) {
        return view.forOfficer(
                application,
                decisions.ofApplication(application.id()).stream()
                        .map(Decision::toResponse)
                        .toList());
    }

    private Application found(UUID id) {
        return applications.handedIn(id).orElseThrow(ProblemException::notFound);
    }
}
