package cn.qingcheng.talent;

import static cn.qingcheng.talent.TalentApi.EMPLOYER;
import static cn.qingcheng.talent.TalentApi.UNIVERSITY;
import static cn.qingcheng.talent.TalentApi.as;
import static cn.qingcheng.talent.TalentApi.asOfficer;
import static cn.qingcheng.talent.TalentApi.asUniversity;
import static cn.qingcheng.talent.TalentApi.claim;
import static cn.qingcheng.talent.TalentApi.json;
import static cn.qingcheng.talent.TalentApi.registerEmployer;
import static cn.qingcheng.talent.TalentApi.upload;

import cn.qingcheng.kit.standard.UnifiedSocialCreditCode;
import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.kit.testing.api.ApiScene;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One of everything this service keeps, and whose it is. */
final class Scene {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private Scene() {}

    static ApiScene prepare(DataSource database) {
        Graduate graduate = Graduate.next();
        String account = "scene-" + UUID.randomUUID();
        String batch = upload(UNIVERSITY, graduate).extract().path("id");
        String talentId = asUniversity(UNIVERSITY)
                .get("/talent/v1/sync/batches/" + batch + "/results")
                .path("items[0].talentId");
        claim(account, graduate).then().statusCode(200);
        registerEmployer(EMPLOYER);
        Map<String, Object> declaration = declaration();
        return ApiScene.of(database)
                .owner("talent", Tokens.of(account, "talent"))
                .nobody("university", Tokens.of("university-of-nowhere", "university"))
                .nobody("employer", Tokens.of("employer-of-nobody", "employer"))
                .at("/talent/v1/employers/{id}", employer())
                .at("/talent/v1/employments/{id}", employment())
                .at("/talent/v1/sync/batches/{id}", batch)
                .at("/talent/v1/talents/{id}", talentId)
                .body("POST /talent/v1/employers", () -> json(registration()))
                .body("POST /talent/v1/employments", () -> json(declaration))
                .body("POST /talent/v1/me/claim", () -> json(graduate.claim()))
                .body("POST /talent/v1/sync/batches", () -> json(Graduate.next().row()))
                .filledByEvents("timeline_entry")
                .keepsRefusalsIn("POST /talent/v1/me/claim", "claim_attempt")
                .keepsRefusalsIn("POST /talent/v1/sync/batches", "sync_batch", "sync_result");
    }

    private static String employer() {
        return asOfficer()
                .body(registration())
                .post("/talent/v1/employers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String employment() {
        return as(Tokens.employer(EMPLOYER))
                .body(declaration())
                .post("/talent/v1/employments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> registration() {
        String first17 = "91150102MA0TF" + "%04d".formatted(NUMBERS.incrementAndGet());
        return Map.of(
                "unifiedSocialCreditCode",
                first17 + UnifiedSocialCreditCode.checkCharacter(first17),
                "name",
                "样例企业",
                "regionCode",
                "150102");
    }

    private static Map<String, Object> declaration() {
        Graduate graduate = Graduate.next();
        upload(UNIVERSITY, graduate);
        return Map.of(
                "unifiedSocialCreditCode",
                EMPLOYER,
                "idNumber",
                graduate.idNumber(),
                "regionCode",
                "150102",
                "post",
                "工程师",
                "startedOn",
                "2026-07-01",
                "socialInsuranceMonth",
                "2026-08");
    }
}
