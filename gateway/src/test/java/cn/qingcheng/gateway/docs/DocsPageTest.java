package cn.qingcheng.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(page.body())
                .contains("/talent/q/openapi", "/subsidy/q/openapi", "/housing/q/openapi", "/platform/q/openapi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/oauth2-redirect.html"})
    void bringsWhatThePageNeeds(String path) {
        assertThat(Caller.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void leadsToThePageWithoutTheSlash() {
        assertThat(Caller.get("/docs").statusCode()).isIn(200, 302);
    }

    @Test
    void hasAFrontDoorInBothLanguages() {
        HttpResponse<String> page = Caller.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("城市人才服务", "One address", "/docs/", "/q/health");
    }
}
