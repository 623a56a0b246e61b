package cn.qingcheng.talent.registry;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Officers look people up; the reading of one person's record is recorded. */
@ApplicationScoped
class TalentService {

    private final TalentRepository talents;
    private final PersonalData personalData;
    private final AuditTrail auditTrail;

    TalentService(TalentRepository talents, PersonalData personalData, AuditTrail auditTrail) {
        this.talents = talents;
        this.personalData = personalData;
        this.auditTrail = auditTrail;
    }

    @Transactional
    Page<TalentResponse> list(TalentFilter filter, PageQuery page) {
        List<Talent> found = talents.page(filter, lastId(page.after()), page.limit());
        return Page.of(found, page.size(), talent -> PageToken.of(talent.id().toString()))
                .map(talent -> TalentResponse.from(talent, personalData.open(talent)));
    }

    @Transactional
    TalentResponse show(UUID id) {
        Talent talent = talents.byId(id).orElseThrow(ProblemException::notFound);
        auditTrail.record("TALENT_READ", "talent", id.toString(), null);
        return TalentResponse.from(talent, personalData.open(talent));
    }

    private static @Nullable UUID lastId(List<String> after) {
        if (after.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(after.get(0));
        } catch (IllegalArgumentException notOurs) {
            throw PageToken.bad();
        }
    }
}
