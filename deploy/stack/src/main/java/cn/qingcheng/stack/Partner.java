package cn.qingcheng.stack;

import cn.qingcheng.kit.standard.UnifiedSocialCreditCode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An institution whose machine logs in by itself: one client of the realm, with one role, and with a claim that says
 * which institution it speaks for.
 *
 * @param code of a university the five digits by which the ministry knows it, of an employer its unified social credit
 *     code (GB 32100)
 */
record Partner(Kind kind, String code) {
    private static final String SCOPE = "qingcheng-api";
    private static final Pattern UNIVERSITY_CODE = Pattern.compile("\\d{5}");

    enum Kind {
        UNIVERSITY,
        EMPLOYER;

        /** Name of the role and of the claim, and what people call it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw new StackFailure("\"" + word + "\" is neither university nor employer.");
        }
    }

    /** @throws StackFailure when nothing of that kind can have such a code */
    static Partner of(String kind, String code) {
        Partner partner = new Partner(Kind.of(kind), code);
        if (partner.kind == Kind.UNIVERSITY && !UNIVERSITY_CODE.matcher(code).matches()) {
            throw new StackFailure("\"" + code + "\" is no university's code: it has five digits, such as 10126.");
        }
        if (partner.kind == Kind.EMPLOYER && !UnifiedSocialCreditCode.isValid(code)) {
            throw new StackFailure("\"" + code
                    + "\" is no unified social credit code: it has 18 characters, and the last checks the others.");
        }
        return partner;
    }

    String clientId() {
        return kind.word() + "-" + code;
    }

    /** Writes all of the client but how it proves itself; its role it gets apart, and as the only one it may carry. */
    void describe(ObjectNode client, String name) {
        client.put("clientId", clientId());
        client.put("name", name);
        client.put("enabled", true);
        client.put("publicClient", false);
        client.put("standardFlowEnabled", false);
        client.put("implicitFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("serviceAccountsEnabled", true);
        client.put("fullScopeAllowed", false);
        client.putArray("redirectUris");
        client.putArray("defaultClientScopes").add(SCOPE);
        client.putArray("optionalClientScopes");
        addClaim(client.putArray("protocolMappers"));
    }

    private void addClaim(ArrayNode mappers) {
        ObjectNode mapper = mappers.addObject();
        mapper.put("name", kind.word());
        mapper.put("protocol", "openid-connect");
        mapper.put("protocolMapper", "oidc-hardcoded-claim-mapper");
        ObjectNode config = mapper.putObject("config");
        config.put("claim.name", kind.word());
        config.put("claim.value", code);
        config.put("jsonType.label", "String");
        config.put("access.token.claim", "true");
        config.put("introspection.token.claim", "true");
    }

    /** "university 10126" */
    @Override
    public String toString() {
        return kind.word() + " " + code;
    }
}
