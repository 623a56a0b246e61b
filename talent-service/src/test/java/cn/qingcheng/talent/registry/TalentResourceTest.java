package cn.qingcheng.talent.registry;

import static cn.qingcheng.talent.TalentApi.as;
import static cn.qingcheng.talent.TalentApi.asOfficer;
import static cn.qingcheng.talent.TalentApi.asTalent;
import static cn.qingcheng.talent.TalentApi.talentId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.talent.Graduate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class TalentResourceTest {

    private static final String TALENTS = "/talent/v1/talents";

    @Inject
    AuditTrail auditTrail;

    @Test
    void anOfficerSeesAPersonMaskedAndTheReadingIsRecorded() {
        Graduate graduate = Graduate.next();
        String id = talentId("90007", graduate);

        String answer = asOfficer()
                .get(TALENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("王**"))
                .body("claimed", is(false))
                .extract()
                .asString();

        assertThat(answer).doesNotContain(graduate.idNumber(), graduate.name(), graduate.certificateNumber());
        assertThat(auditTrail.of("talent", id)).anySatisfy(record -> {
            assertThat(record.action()).isEqualTo("TALENT_READ");
            assertThat(record.actor()).isEqualTo("talent-officer");
        });
        assertThat(auditTrail.verify()).isEmpty();
    }

    @Test
    void theListIsReadPageByPageAndNarrowed() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(talentId(
                    "90008", Graduate.next().with("educationLevel", "14").with("degree", "308")));
        }

        assertThat(allPages(Map.of("institution", "90008", "educationLevel", "14", "claimed", "false")))
                .containsExactlyElementsOf(ids);
        assertThat(allPages(Map.of("institution", "90008", "educationLevel", "21")))
                .isEmpty();
        asOfficer().queryParam("retained", true).get(TALENTS).then().statusCode(200);
        asOfficer()
                .queryParam("employerCode", "91150102MA0TE5T084")
                .get(TALENTS)
                .then()
                .statusCode(200)
                .body("items.employment.employerCode", everyItem(equalTo("91150102MA0TE5T084")));
    }

    private static List<String> allPages(Map<String, String> filter) {
        List<String> ids = new ArrayList<>();
        String token = "";
        while (token != null) {
            var page = asOfficer()
                    .queryParams(filter)
                    .queryParam("pageSize", 2)
                    .queryParam("pageToken", token)
                    .get(TALENTS)
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(page.<List<String>>path("items.id"));
            token = page.path("nextPageToken");
        }
        return ids;
    }

    @Test
    void wrongFiltersAreRefused() {
        for (Map<String, String> query : List.of(
                Map.of("educationLevel", "77"),
                Map.of("institution", "x"),
                Map.of("employerCode", "1"),
                Map.of("claimed", "perhaps"),
                Map.of("pageToken", "nonsense"),
                Map.of("name", "王"))) {
            asOfficer().queryParams(query).get(TALENTS).then().statusCode(400);
        }
    }

    @Test
    void onlyOfficersLookPeopleUp() {
        String path = TALENTS + "/" + UUID.randomUUID();
        asOfficer().get(path).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        asTalent("curious").get(path).then().statusCode(403);
        as(Tokens.university("90001")).get(TALENTS).then().statusCode(403);
        given().get(TALENTS).then().statusCode(401);
    }
}
