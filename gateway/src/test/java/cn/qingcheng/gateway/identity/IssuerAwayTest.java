package cn.qingcheng.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import cn.qingcheng.gateway.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestCity.class)
@TestProfile(IssuerAwayTest.NobodyAtTheIssuer.class)
class IssuerAwayTest {

    @Test
    void aTokenNobodyCanProveIsNotCalledBad() {
        HttpResponse<String> response =
                Caller.get("/talent/v1/me", "Authorization", "Bearer " + TestTokens.good("talent"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Caller.json(response).getString("code")).isEqualTo("IDENTITY_UNAVAILABLE");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void thePublicIsServedAllTheSame() {
        assertThat(Caller.get("/talent/v1/me").statusCode()).isEqualTo(200);
    }

    public static class NobodyAtTheIssuer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("qingcheng.issuer-keys", "http://127.0.0.1:1/certs");
        }
    }
}
