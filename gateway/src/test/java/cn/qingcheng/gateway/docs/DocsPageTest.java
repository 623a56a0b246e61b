package cn.qingcheng.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestCity.class)
class DocsPageTest {

    @Test
    void namesTheFourDocuments() {
        HttpResponse<String> page = Caller.get("/docs/");

        assertThat(page.statusCode()).isEqualTo(200);
        // As the page's script has to read, character by character: a slip here leaves the page empty.
        assertThat(page.body().lines().filter(line -> line.contains("urls: [")))
                .singleElement(STRING)
                .satisfies(list -> {
                    assertThat(list.strip()).matches("urls: \\[(\\{url: \"[^\"]+\", name: \"[^\"]+\"},?){4}],");
                    assertThat(list)
                            .contains(
                                    "{url: \"/talent/q/openapi\", name: \"人才 Talent\"}",
                                    "{url: \"/subsidy/q/openapi\", name: \"补贴 Subsidy\"}",
                                    "{url: \"/housing/q/openapi\", name: \"住房 Housing\"}",
                                    "{url: \"/platform/q/openapi\", name: \"平台 Platform\"}");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/swagger-ui-bundle.js",
                "/docs/swagger-ui.css",
                "/docs/oauth2-redirect.html",
                "/docs/oauth2-redirect.js",
                "/docs-login.js",
                "/page.js",
                "/page.css"
            })
    void bringsWhatThePageNeeds(String path) {
        assertThat(Caller.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void aPartThatAPageDoesNotHaveIsTheCallersMistake() {
        assertThat(Caller.get("/page.js", "Range", "bytes=99999999-").statusCode())
                .isBetween(400, 499);
    }

    @Test
    void leadsToThePageWithoutTheSlash() {
        assertThat(Caller.get("/docs").statusCode()).isIn(200, 302);
    }

    @Test
    void letsAPersonLogInWithPkce() {
        String page = Caller.get("/docs/").body();

        assertThat(page)
                .contains("src=\"/docs-login.js\"", "QingchengLogin", "qingcheng-web")
                .containsPattern("usePkceWithAuthorizationCodeGrant: *true");
        assertThat(Caller.json(Caller.get("/identity.json")).getString("issuer"))
                .endsWith("/realms/qingcheng");
    }

    @Test
    void hasAFrontDoorInBothLanguages() {
        HttpResponse<String> page = Caller.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("城市人才服务", "One address", "/docs/", "/q/health", "/q/metrics", "page.js");
    }
}
