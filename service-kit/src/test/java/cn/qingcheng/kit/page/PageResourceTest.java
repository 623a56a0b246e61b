package cn.qingcheng.kit.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class PageResourceTest {

    @Test
    void followingTheLinksReadsEverythingOnce() {
        List<String> written = List.of("page 一", "page 二", "page 三", "page 四", "page 五");
        written.forEach(PageResourceTest::write);
        List<String> read = new ArrayList<>();
        String next = "/sample/v1/notes?pageSize=2";

        while (next != null) {
            Response page = given().when().get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            read.addAll(page.path("items.title"));
            String link = page.header("Link");
            String token = page.path("nextPageToken");
            assertThat(link == null).isEqualTo(token == null);
            assertThat(link == null || link.contains("pageSize=2")).isTrue();
            next = link == null ? null : link.substring(link.indexOf('/', 8), link.indexOf('>'));
        }

        assertThat(read).containsAll(written).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void theLinkNamesTheAddressTheCallerKnows() {
        write("linked 1");
        write("linked 2");

        String link = given().header("X-Forwarded-Host", "api.qingcheng.example")
                .header("X-Forwarded-Proto", "https")
                .when()
                .get("/sample/v1/notes?pageSize=1")
                .header("Link");

        assertThat(link)
                .startsWith("<https://api.qingcheng.example/sample/v1/notes?")
                .endsWith(">; rel=\"next\"");
    }

    private static void write(String title) {
        given().header("Authorization", "Bearer " + Tokens.of("wang", "talent"))
                .contentType(ContentType.JSON)
                .body("{\"title\": \"" + title + "\", \"pages\": 1, \"kind\": \"DIARY\"}")
                .when()
                .post("/sample/v1/notes")
                .then()
                .statusCode(201);
    }
}
