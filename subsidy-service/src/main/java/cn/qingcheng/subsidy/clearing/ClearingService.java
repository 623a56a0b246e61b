package cn.qingcheng.subsidy.clearing;

import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.subsidy.application.Application;
import cn.qingcheng.subsidy.application.ApplicationJournal;
import cn.qingcheng.subsidy.application.ApplicationRepository;
import cn.qingcheng.subsidy.application.ApplicationStatus;
import cn.qingcheng.subsidy.entitlement.EntitlementTerms;
import cn.qingcheng.subsidy.entitlement.Entitlements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** From approval to entitlement, by way of the benefit register where the scheme excludes other benefits. */
@ApplicationScoped
public class ClearingService {
    private static final String SYSTEM = "system";
    private static final String REGISTER = "benefit-register";
    private static final int GRANTS_PER_RUN = 100;

    @Inject
    ApplicationRepository applications;

    @Inject
    Entitlements entitlements;

    @Inject
    ApplicationJournal journal;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Claims the benefit for an application just approved; a scheme that excludes nothing needs no claim. */
    @Transactional
    public void begin(Application application) {
        UUID claim = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        application.clear(claim, SYSTEM, clock.instant());
        journal.tell(application);
        Optional<String> kind = application.schemeVersion().benefitKind();
        if (kind.isPresent()) {
            outbox.append(BenefitClaimed.claimed(claim, application.talentId(), kind.get(), application.id()));
        } else {
            application.cleared(clock.instant());
            grant(application, SYSTEM);
        }
    }

    /** The register holds the benefit for her. What it says of claims that are not ours, or are settled, is passed over. */
    @Transactional
    public void cleared(UUID claimId) {
        applications
                .ofClaim(claimId)
                .filter(application -> application.status() == ApplicationStatus.CLEARING)
                .ifPresent(application -> {
                    application.cleared(clock.instant());
                    grant(application, REGISTER);
                });
    }

    /** The register refuses, since she holds a benefit that excludes this one. */
    @Transactional
    public void refused(UUID claimId, String reason) {
        applications
                .ofClaim(claimId)
                .filter(application -> application.status() == ApplicationStatus.CLEARING)
                .ifPresent(application -> {
                    application.refuse(REGISTER, clock.instant(), reason);
                    journal.tell(application);
                });
    }

    /** What the register has cleared and no money was there for. */
    @Transactional
    public List<UUID> waitingForMoney() {
        return applications.waitingForMoney(GRANTS_PER_RUN);
    }

    /** Tries again to grant one of them. */
    @Transactional
    public void grantWaiting(UUID applicationId) {
        Application application = applications.findById(applicationId, LockModeType.PESSIMISTIC_WRITE);
        if (application.status() == ApplicationStatus.CLEARING) {
            grant(application, SYSTEM);
        }
    }

    private void grant(Application application, String by) {
        Long amountFen = application.monthlyAmountFen();
        if (amountFen == null) {
            throw new IllegalStateException("approved without an amount: " + application.number());
        }
        EntitlementTerms terms = new EntitlementTerms(
                application.id(),
                application.number(),
                application.talentId(),
                application.schemeCode(),
                application.schemeVersion().budgetLineCode(),
                amountFen,
                application.schemeVersion().instalments());
        if (entitlements.grant(terms, by)) {
            application.entitle(by, clock.instant());
            journal.tell(application);
        }
    }
}
