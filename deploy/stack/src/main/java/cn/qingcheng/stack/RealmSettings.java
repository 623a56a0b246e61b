package cn.qingcheng.stack;

import java.util.Map;
import java.util.Optional;

/**
 * What a city chooses about its realm: the variables that Keycloak puts into {@code deploy/keycloak/realm.json} when it
 * reads it. Where a city says nothing, the file has the safe value.
 *
 * @param gatewayUrl the one address of all APIs, whose page of documents people log in at
 * @param tokenSeconds life of an access token: as long can a role that was taken away be used
 * @param passwordGrant whether the web client may send a password instead of showing Keycloak's own page
 * @param secondFactor whether officers need a one-time code
 */
record RealmSettings(String gatewayUrl, int tokenSeconds, boolean passwordGrant, boolean secondFactor) {
    /** Where a frontend being written mostly listens; another is named by the variable of the launcher's environment. */
    private static final String WEB_REDIRECT = "http://localhost:3000/callback";

    private static final String MOBILE_REDIRECT = "cn.qingcheng.app:/callback";

    private static final int STACK_TOKEN_SECONDS = 1_800;

    private static final int SAFE_TOKEN_SECONDS = 300;

    /**
     * The embedded stack's: {@code ./deploy/token} sends passwords and has no telephone, and a token lasts for a walk through
     * the README. In these three settings alone its realm is weaker than a city's.
     */
    static RealmSettings ofStack(String gatewayUrl) {
        return new RealmSettings(gatewayUrl, STACK_TOKEN_SECONDS, true, false);
    }

    /** As the file has them. */
    static RealmSettings safe(String gatewayUrl) {
        return new RealmSettings(gatewayUrl, SAFE_TOKEN_SECONDS, false, true);
    }

    Map<String, String> environment() {
        return Map.of(
                "QINGCHENG_GATEWAY",
                gatewayUrl,
                "QINGCHENG_WEB_REDIRECT",
                chosen("QINGCHENG_WEB_REDIRECT", WEB_REDIRECT),
                "QINGCHENG_MOBILE_REDIRECT",
                chosen("QINGCHENG_MOBILE_REDIRECT", MOBILE_REDIRECT),
                "QINGCHENG_TOKEN_SECONDS",
                Integer.toString(tokenSeconds),
                "QINGCHENG_PASSWORD_GRANT",
                Boolean.toString(passwordGrant),
                "QINGCHENG_SECOND_FACTOR",
                secondFactor ? "CONDITIONAL" : "DISABLED");
    }

    private static String chosen(String variable, String otherwise) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }
}
