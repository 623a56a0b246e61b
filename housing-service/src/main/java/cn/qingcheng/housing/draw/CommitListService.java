package cn.qingcheng.housing.draw;

import cn.qingcheng.housing.application.Application;
import cn.qingcheng.housing.application.ApplicationEvent;
import cn.qingcheng.housing.application.ApplicationRepository;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.housing.lottery.Lottery;
import cn.qingcheng.housing.lottery.Ticket;
import cn.qingcheng.housing.round.Round;
import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.kit.workday.WorkdayCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Freezes a closed round's list: who takes part, in which tier, with which wishes, under digests anybody can check. */
@ApplicationScoped
public class CommitListService {

    private final RoundRepository rounds;
    private final ApplicationRepository applications;
    private final UnitRepository units;
    private final RoundTicketRepository tickets;
    private final StateChangeRepository history;
    private final WorkdayCalendar calendar;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Steps steps;

    CommitListService(
            RoundRepository rounds,
            ApplicationRepository applications,
            UnitRepository units,
            RoundTicketRepository tickets,
            StateChangeRepository history,
            WorkdayCalendar calendar,
            Outbox outbox,
            AuditTrail audit,
            Steps steps) {
        this.rounds = rounds;
        this.applications = applications;
        this.units = units;
        this.tickets = tickets;
        this.history = history;
        this.calendar = calendar;
        this.outbox = outbox;
        this.audit = audit;
        this.steps = steps;
    }

    @Transactional
    public Round commit(UUID roundId) {
        Round round = rounds.locked(roundId).orElseThrow(ProblemException::notFound);
        Step step = steps.ofCaller();
        List<Application> taking = applications.lockSubmitted(roundId);
        Map<UUID, String> codes =
                units.byIds(rounds.unitsOf(roundId)).stream().collect(Collectors.toMap(Unit::id, Unit::code));
        List<RoundTicket> frozen = taking.stream()
                .map(application -> new RoundTicket(roundId, application.id(), ticketOf(application, codes)))
                .toList();
        List<Ticket> list = frozen.stream().map(RoundTicket::ticket).toList();
        String listDigest = Lottery.listDigest(list.stream().map(Ticket::id).toList());
        history.persist(round.commitList(listDigest, Lottery.inputsDigest(list), publicityEnds(round, step), step));
        tickets.persist(frozen);
        taking.forEach(application -> history.persist(application.enterRound(step)));
        outbox.appendAll(taking.stream()
                .map(application -> new ApplicationEvent.EnteredRound(
                        application.id(), application.number(), application.talentId(), round.code()))
                .toList());
        audit.record("ROUND_LIST_COMMITTED", "round", roundId.toString(), listDigest);
        return round;
    }

    private static Ticket ticketOf(Application application, Map<UUID, String> codes) {
        List<String> wishes = application.wishes().stream()
                .map(codes::get)
                .map(String::valueOf)
                .toList();
        return new Ticket(application.number(), application.tier(), wishes);
    }

    /** The list is public for whole working days after the day of its commitment. */
    private Instant publicityEnds(Round round, Step step) {
        if (round.publicityWorkdays() == 0) {
            return step.at();
        }
        LocalDate today = LocalDate.ofInstant(step.at(), CityTime.ZONE);
        LocalDate last = calendar.plusWorkdays(today, round.publicityWorkdays());
        return last.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
    }
}
