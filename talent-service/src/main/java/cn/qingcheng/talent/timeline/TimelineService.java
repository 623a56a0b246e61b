package cn.qingcheng.talent.timeline;

import cn.qingcheng.kit.event.ReceivedEvent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.RequestLanguage;
import cn.qingcheng.talent.claim.ClaimProblem;
import cn.qingcheng.talent.registry.TalentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Keeps what happens to people and tells it to them. */
@ApplicationScoped
class TimelineService {

    private final TimelineRepository entries;
    private final TalentRepository talents;
    private final RequestLanguage language;

    TimelineService(TimelineRepository entries, TalentRepository talents, RequestLanguage language) {
        this.entries = entries;
        this.talents = talents;
        this.language = language;
    }

    /** Keeps an event that is about a person; kept before she claims her record too, since it is her journey already. */
    @Transactional
    void keep(ReceivedEvent event, String service) {
        AboutTalent about = event.as(AboutTalent.class);
        if (about.talentId() != null && entries.findByIdOptional(event.id()).isEmpty()) {
            entries.persist(new TimelineEntry(event, about.talentId(), service));
        }
    }

    @Transactional
    Page<TimelineResponse> ofAccount(String accountId, PageQuery page) {
        UUID talentId = talents.byAccount(accountId)
                .orElseThrow(() -> new ProblemException(ClaimProblem.NOT_CLAIMED))
                .id();
        TimelineTexts texts = new TimelineTexts(language.locale());
        return Page.of(
                        read(talentId, page),
                        page.size(),
                        entry -> PageToken.of(
                                entry.occurredAt().toString(), entry.id().toString()))
                .map(entry -> TimelineResponse.from(entry, texts));
    }

    private List<TimelineEntry> read(UUID talentId, PageQuery page) {
        List<String> after = page.after();
        if (after.isEmpty()) {
            return entries.first(talentId, page.limit());
        }
        try {
            return entries.after(talentId, Instant.parse(after.get(0)), UUID.fromString(after.get(1)), page.limit());
        } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw PageToken.bad();
        }
    }
}
