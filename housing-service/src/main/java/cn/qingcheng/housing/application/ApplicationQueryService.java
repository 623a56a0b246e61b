package cn.qingcheng.housing.application;

import cn.qingcheng.housing.applicant.ApplicantRepository;
import cn.qingcheng.housing.application.ApplicationResponse.RefusalResponse;
import cn.qingcheng.housing.application.ApplicationResponse.WishResponse;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.StateChangeResponse;
import cn.qingcheng.housing.history.SubjectType;
import cn.qingcheng.housing.round.Round;
import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.ProblemTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Applications as their household, and as officers, read them. */
@ApplicationScoped
public class ApplicationQueryService {

    private final ApplicationRepository applications;
    private final ApplicantRepository applicants;
    private final RoundRepository rounds;
    private final UnitRepository units;
    private final StateChangeRepository history;
    private final HouseholdNames names;
    private final ProblemTexts texts;
    private final Caller caller;

    ApplicationQueryService(
            ApplicationRepository applications,
            ApplicantRepository applicants,
            RoundRepository rounds,
            UnitRepository units,
            StateChangeRepository history,
            HouseholdNames names,
            ProblemTexts texts,
            Caller caller) {
        this.applications = applications;
        this.applicants = applicants;
        this.rounds = rounds;
        this.units = units;
        this.history = history;
        this.names = names;
        this.texts = texts;
        this.caller = caller;
    }

    /** The caller's own applications, all of them: a person has few. */
    @Transactional
    public List<ApplicationResponse> mine() {
        return applicants
                .byAccount(caller.accountId())
                .map(applicant -> applications.allOf(applicant.talentId()).stream()
                        .map(this::describe)
                        .toList())
                .orElse(List.of());
    }

    @Transactional
    public Read mine(UUID id) {
        Application application = applicants
                .byAccount(caller.accountId())
                .flatMap(applicant -> applications.of(applicant.talentId(), id))
                .orElseThrow(ProblemException::notFound);
        return new Read(describe(application), application.version());
    }

    /** What was read and the version it had. */
    public record Read(ApplicationResponse application, long version) {}

    @Transactional
    public Page<ApplicationSummaryResponse> search(
            @Nullable UUID roundId, @Nullable ApplicationStatus status, PageQuery query) {
        UUID after = query.afterId();
        List<Application> found = applications.search(roundId, status, after, query.limit());
        return Page.of(found, query.size(), last -> PageToken.of(last.id().toString()))
                .map(ApplicationSummaryResponse::from);
    }

    private ApplicationResponse describe(Application application) {
        Round round = rounds.findById(application.roundId());
        Integer tier = application.tierPosition();
        return new ApplicationResponse(
                application.id(),
                application.number(),
                application.roundId(),
                round.code(),
                application.status(),
                tier == null ? null : round.tiers().get(tier).name(),
                names.open(application),
                wishes(application.wishes()),
                refusal(application),
                application.submittedAt(),
                history.of(SubjectType.APPLICATION, application.id()).stream()
                        .map(StateChangeResponse::from)
                        .toList());
    }

    private List<WishResponse> wishes(List<UUID> wishes) {
        Map<UUID, String> codes = units.byIds(wishes).stream().collect(Collectors.toMap(Unit::id, Unit::code));
        return IntStream.range(0, wishes.size())
                .mapToObj(i -> new WishResponse(i + 1, wishes.get(i), codes.getOrDefault(wishes.get(i), "")))
                .toList();
    }

    private @Nullable RefusalResponse refusal(Application application) {
        String code = application.refusalCode();
        if (code == null) {
            return null;
        }
        String heldKind = application.heldKind();
        InputError worded = texts.localise(
                        List.of(InputError.of("", "REFUSED_" + code, heldKind == null ? "" : heldKind)))
                .get(0);
        return new RefusalResponse(code, heldKind, worded.detail());
    }
}
