package cn.qingcheng.subsidy.publicity;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.privacy.FieldCipher;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.subsidy.application.Application;
import cn.qingcheng.subsidy.application.ApplicationJournal;
import cn.qingcheng.subsidy.application.ApplicationRepository;
import cn.qingcheng.subsidy.application.ApplicationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Hears objections, during which an application's publicity cannot end, and settles them. */
@ApplicationScoped
public class ObjectionService {
    /** How many objections to one application may be open at once; raising needs no account, so nothing else bounds them. */
    static final int MAX_OPEN_PER_APPLICATION = 20;

    /** When to come back after that: officers settle objections in days, not minutes. */
    private static final Duration SETTLING_TIME = Duration.ofDays(1);

    private static final String PUBLIC = "public";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    ObjectionRepository objections;

    @Inject
    PublicityRepository lists;

    @Inject
    ApplicationRepository applications;

    @Inject
    ApplicationJournal journal;

    @Inject
    FieldCipher cipher;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Hears an objection; the application's publicity waits until it is settled.
     *
     * @throws ProblemException 404 when the list or the application in it is unknown, 409 after publicity, 429 while
     *     {@value #MAX_OPEN_PER_APPLICATION} objections to the application are open
     */
    @Transactional
    public ObjectionResponse raise(UUID listId, RaiseObjectionRequest request) {
        PublicityList list = lists.findByIdOptional(listId).orElseThrow(ProblemException::notFound);
        PublicityEntry entry = lists.entry(listId, request.applicationNumber()).orElseThrow(ProblemException::notFound);
        Application application = locked(entry.applicationId());
        boolean heard = application.status() == ApplicationStatus.PUBLICITY
                || application.status() == ApplicationStatus.OBJECTION_HANDLING;
        if (!heard || !clock.instant().isBefore(list.closesAt())) {
            throw new ProblemException(PublicityProblem.PUBLICITY_CLOSED);
        }
        if (objections.countOpen(application.id()) >= MAX_OPEN_PER_APPLICATION) {
            throw new ProblemException(PublicityProblem.TOO_MANY_OBJECTIONS, MAX_OPEN_PER_APPLICATION)
                    .retryAfter(SETTLING_TIME);
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Objection objection = new Objection(
                id, entry, request.statement(), cipher.encrypt(request.contact(), boundTo(id)), clock.instant());
        objections.persist(objection);
        if (application.status() == ApplicationStatus.PUBLICITY) {
            application.holdForObjection(PUBLIC, clock.instant(), "objection " + id);
            journal.tell(application);
        }
        return ObjectionResponse.from(objection, null);
    }

    @Transactional
    public Page<ObjectionResponse> list(ObjectionStatus status, PageQuery page) {
        UUID last = Objects.requireNonNullElse(page.afterId(), BEFORE_ALL);
        return Page.of(
                        objections.after(status, last, page.limit()),
                        page.size(),
                        objection -> PageToken.of(objection.id().toString()))
                .map(objection -> {
                    audit.record("OBJECTION_READ", "objection", objection.id().toString(), null);
                    return ObjectionResponse.from(objection, contactOf(objection));
                });
    }

    /** Finds the objection groundless; publicity goes on once no other is open. */
    @Transactional
    public ObjectionResponse dismiss(UUID id, String reason, String by) {
        Objection objection = found(id);
        objection.handle(ObjectionStatus.DISMISSED, by, clock.instant(), reason);
        objections.flush();
        Application application = locked(objection.applicationId());
        if (application.status() == ApplicationStatus.OBJECTION_HANDLING
                && objections.countOpen(objection.applicationId()) == 0) {
            application.resumePublicity(by, clock.instant(), reason);
            journal.tell(application);
        }
        audit.record("OBJECTION_DISMISSED", "objection", id.toString(), reason);
        return ObjectionResponse.from(objection, null);
    }

    /** Finds the objection right: the application is rejected. */
    @Transactional
    public ObjectionResponse uphold(UUID id, String reason, String by) {
        Objection objection = found(id);
        objection.handle(ObjectionStatus.UPHELD, by, clock.instant(), reason);
        Application application = applications.findById(objection.applicationId());
        if (application.status() == ApplicationStatus.OBJECTION_HANDLING) {
            application.uphold(by, clock.instant(), reason);
            journal.tell(application);
            lists.entryOf(application.id()).ifPresent(entry -> entry.close(clock.instant()));
        }
        audit.record("OBJECTION_UPHELD", "objection", id.toString(), reason);
        return ObjectionResponse.from(objection, null);
    }

    private String contactOf(Objection objection) {
        return cipher.decrypt(objection.contactCipher(), boundTo(objection.id()));
    }

    /** The application, its open objections not to change by others before the end of this transaction. */
    private Application locked(UUID applicationId) {
        return applications.findById(applicationId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Objection found(UUID id) {
        return objections.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    private static String boundTo(UUID id) {
        return "objection/" + id + "/contact";
    }
}
