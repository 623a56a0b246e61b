package cn.qingcheng.platform.cooperation;

import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who cooperates with whom, page by page. */
@ApplicationScoped
class CooperationService {

    private final InstitutionRepository institutions;
    private final CooperationProjectRepository projects;

    CooperationService(InstitutionRepository institutions, CooperationProjectRepository projects) {
        this.institutions = institutions;
        this.projects = projects;
    }

    @Transactional
    public Page<InstitutionResponse> institutions(PageQuery query) {
        Page<Institution> page = Page.of(
                institutions.after(lastCode(query), query.limit()), query.size(), last -> PageToken.of(last.code()));
        Map<String, Long> counts =
                projects.countsOf(page.items().stream().map(Institution::code).toList());
        return page.map(
                institution -> InstitutionResponse.from(institution, counts.getOrDefault(institution.code(), 0L)));
    }

    @Transactional
    public Page<CooperationProjectResponse> projects(
            @Nullable String institution, @Nullable String enterprise, PageQuery query) {
        List<CooperationProject> found = projects.after(lastCode(query), institution, enterprise, query.limit());
        return Page.of(found, query.size(), last -> PageToken.of(last.code())).map(CooperationProjectResponse::from);
    }

    @Transactional
    public CooperationProjectResponse project(UUID id) {
        return projects.findByIdOptional(id)
                .map(CooperationProjectResponse::from)
                .orElseThrow(ProblemException::notFound);
    }

    private static String lastCode(PageQuery query) {
        List<String> after = query.after();
        return after.isEmpty() ? "" : after.get(0);
    }
}
