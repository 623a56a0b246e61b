package cn.qingcheng.platform.catalogue;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.precondition.MergePatch;
import cn.qingcheng.kit.precondition.Preconditions;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.platform.catalogue.PlatformSearch.After;
import cn.qingcheng.platform.catalogue.PlatformSearch.Hit;
import cn.qingcheng.platform.naming.CodeNames;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done with the catalogue, apart from imports. */
@ApplicationScoped
class PlatformService {

    /** A platform and its version. */
    record Versioned(PlatformResponse platform, long version) {

        static Versioned of(Platform platform) {
            return new Versioned(PlatformResponse.from(platform), platform.version());
        }
    }

    private final PlatformRepository platforms;
    private final PlatformSearch search;
    private final CodeNames names;
    private final MergePatch mergePatch;
    private final AuditTrail auditTrail;
    private final Clock clock;

    PlatformService(
            PlatformRepository platforms,
            PlatformSearch search,
            CodeNames names,
            MergePatch mergePatch,
            AuditTrail auditTrail,
            Clock clock) {
        this.platforms = platforms;
        this.search = search;
        this.names = names;
        this.mergePatch = mergePatch;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** What an answer of the search depends on apart from its address: the catalogue and the language. */
    @Transactional
    public String searchTag() {
        return platforms.revision() + "-" + names.locale().toLanguageTag();
    }

    @Transactional
    public PlatformPage search(PlatformFilter filter, PageQuery query) {
        filter.check();
        List<Hit> found = search.hits(filter, after(query), query.limit());
        Page<Hit> page = Page.of(
                found,
                query.size(),
                last -> PageToken.of(
                        Integer.toString(last.score()), last.platform().code()));
        List<PlatformResponse> items = page.items().stream()
                .map(Hit::platform)
                .map(PlatformResponse::from)
                .toList();
        return new PlatformPage(items, page.nextPageToken(), search.count(filter), facets(filter));
    }

    @Transactional
    public Versioned get(UUID id) {
        return Versioned.of(find(id));
    }

    @Transactional
    public Versioned edit(UUID id, @Nullable String ifMatch, JsonNode patch) {
        Platform platform = find(id);
        Preconditions.check(ifMatch, platform.version());
        PlatformDetails edited = mergePatch.apply(platform.details(), patch, PlatformDetails.class);
        List<InputError> errors = edited.inconsistencies();
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
        if (platform.describe(edited, clock.instant())) {
            auditTrail.record("PLATFORM_EDITED", "platform", id.toString(), null);
            platforms.flush();
        }
        return Versioned.of(platform);
    }

    private Platform find(UUID id) {
        return platforms.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    private Map<String, List<FacetCount>> facets(PlatformFilter filter) {
        Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
        search.facets(filter)
                .forEach((facet, counts) -> facets.put(
                        facet.parameter(),
                        counts.entrySet().stream()
                                .map(entry -> new FacetCount(
                                        entry.getKey(), names.of(facet.parameter(), entry.getKey()), entry.getValue()))
                                .toList()));
        return facets;
    }

    private static @Nullable After after(PageQuery query) {
        List<String> keys = query.after();
        if (keys.isEmpty()) {
            return null;
        }
        try {
            return new After(Integer.parseInt(keys.get(0)), keys.get(1));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw PageToken.bad();
        }
    }
}
