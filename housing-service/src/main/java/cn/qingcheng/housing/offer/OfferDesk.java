package cn.qingcheng.housing.offer;

import cn.qingcheng.housing.application.Application;
import cn.qingcheng.housing.application.ApplicationRepository;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.round.Round;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.kit.workday.WorkdayCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes offers and passes units on, within the transaction of the use case. The caller holds the lock of the round, so
 * that two units freed at once are not offered to the same household.
 */
@ApplicationScoped
class OfferDesk {

    private final OfferRepository offers;
    private final ApplicationRepository applications;
    private final UnitRepository units;
    private final StateChangeRepository history;
    private final WorkdayCalendar calendar;
    private final Outbox outbox;

    OfferDesk(
            OfferRepository offers,
            ApplicationRepository applications,
            UnitRepository units,
            StateChangeRepository history,
            WorkdayCalendar calendar,
            Outbox outbox) {
        this.offers = offers;
        this.applications = applications;
        this.units = units;
        this.history = history;
        this.calendar = calendar;
        this.outbox = outbox;
    }

    void make(Round round, Application application, Unit unit, Step step) {
        Offer offer = new Offer(application, unit, deadline(round, step), step);
        offers.persist(offer);
        history.persist(offer.made(step));
        history.persist(application.offer(step));
        history.persist(unit.reserve(step.because("offered to " + application.number())));
        outbox.append(new OfferEvent.Made(
                offer.id(), application.id(), offer.talentId(), unit.id(), unit.code(), offer.answerBy()));
    }

    /** The unit is given back and at once offered to the next in line who wished it; without one it stays free. */
    void passOn(Round round, UUID unitId, Step step) {
        Unit unit = units.locked(unitId).orElseThrow();
        history.persist(unit.giveBack(step));
        offerNext(round, unit, step);
    }

    void offerNext(Round round, Unit unit, Step step) {
        Optional<Application> next = offers.nextInLine(round.id(), unit.id()).flatMap(applications::locked);
        next.ifPresent(application -> make(round, application, unit, step.because("next in line")));
    }

    /** An offer can be answered through the whole of its last working day. */
    private Offer.Deadline deadline(Round round, Step step) {
        LocalDate today = LocalDate.ofInstant(step.at(), CityTime.ZONE);
        LocalDate last = calendar.plusWorkdays(today, round.offerWorkdays());
        return new Offer.Deadline(
                last, last.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant());
    }
}
