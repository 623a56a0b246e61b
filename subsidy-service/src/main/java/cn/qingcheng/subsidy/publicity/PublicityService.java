package cn.qingcheng.subsidy.publicity;

import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.kit.workday.WorkdayCalendar;
import cn.qingcheng.subsidy.application.Application;
import cn.qingcheng.subsidy.application.ApplicationJournal;
import cn.qingcheng.subsidy.application.ApplicationRepository;
import cn.qingcheng.subsidy.clearing.ClearingService;
import cn.qingcheng.subsidy.policy.SchemeVersion;
import cn.qingcheng.subsidy.review.ApprovalSequel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Publishes approvals, and ends their publicity when its working days are over. */
@ApplicationScoped
public class PublicityService implements ApprovalSequel {
    private static final String SYSTEM = "system";
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);
    private static final int CLOSINGS_PER_RUN = 50;

    @Inject
    PublicityRepository lists;

    @Inject
    ApplicationRepository applications;

    @Inject
    ClearingService clearing;

    @Inject
    ApplicationJournal journal;

    @Inject
    WorkdayCalendar calendar;

    @Inject
    Clock clock;

    /** Publishes it as the next issue of its scheme's list of this week. */
    @Override
    @Transactional
    public void approved(Application application) {
        Long amountFen = application.monthlyAmountFen();
        if (amountFen == null) {
            throw new IllegalStateException("approved without an amount: " + application.number());
        }
        SchemeVersion terms = application.schemeVersion();
        Instant now = clock.instant();
        LocalDate today = CityTime.today(clock);
        String week = String.format(
                "%04d-W%02d", today.get(IsoFields.WEEK_BASED_YEAR), today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        PublishedContent content = PublishedContent.of(
                application.schemeCode(),
                week,
                lists.nextIssue(application.schemeCode(), week),
                application.number(),
                amountFen,
                terms.instalments());
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        lists.persist(new PublicityList(id, content, now, closesAt(today, terms.publicityWorkdays())));
        lists.add(new PublicityEntry(application.id(), id, application.number()));
    }

    @Transactional
    public Page<PublicityListResponse> list(PageQuery page) {
        UUID before = Objects.requireNonNullElse(page.afterId(), AFTER_ALL);
        return Page.of(
                        lists.before(before, page.limit()),
                        page.size(),
                        list -> PageToken.of(list.id().toString()))
                .map(PublicityListResponse::from);
    }

    @Transactional
    public PublicityListResponse show(UUID id) {
        return lists.findByIdOptional(id).map(PublicityListResponse::from).orElseThrow(ProblemException::notFound);
    }

    /** What is to be closed, to be done one by one so that none holds up the others. */
    @Transactional
    public List<UUID> due() {
        return lists.due(clock.instant(), CLOSINGS_PER_RUN);
    }

    /** Ends the publicity of one application, once: its row is locked, and it leaves the state only once. */
    @Transactional
    public void close(UUID applicationId) {
        if (!lists.lockDue(applicationId)) {
            return;
        }
        Instant now = clock.instant();
        Application application = applications.findById(applicationId);
        application.endPublicity(SYSTEM, now);
        journal.tell(application);
        lists.entryOf(applicationId).ifPresent(entry -> entry.close(now));
        clearing.begin(application);
    }

    /** The midnight after the last of the working days, which begin on the day after publishing. */
    private Instant closesAt(LocalDate published, int workdays) {
        return calendar.plusWorkdays(published, workdays)
                .plusDays(1)
                .atStartOfDay(CityTime.ZONE)
                .toInstant();
    }
}
