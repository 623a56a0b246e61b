package cn.qingcheng.subsidy.eligibility;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.problem.RequestLanguage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can I get, and why not. */
@Path("/subsidy/v1/me/eligibility")
@Tag(name = "eligibility", description = "What a person can get, and why not")
public class EligibilityResource {
    @Inject
    EligibilityService eligibility;

    @Inject
    Caller caller;

    @Inject
    RequestLanguage language;

    @GET
    @RolesAllowed(Roles.TALENT)
    @Operation(summary = "Says for each scheme in force whether I can get it, and every rule's outcome in words")
    public List<EligibilityResponse> mine() {
        return eligibility.overview(caller.accountId(), language.locale());
    }
}
