package cn.qingcheng.kit.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether an answer is what its Content-Type says. */
final class TrueContent {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** By how their bytes begin. */
    private static final Map<String, String> FILES =
            Map.of("application/pdf", "255044462d", "image/png", "89504e470d0a1a0a", "image/jpeg", "ffd8ff");

    private TrueContent() {}

    /** What is untrue, in a few words, or nothing. */
    static String faultOf(String contentType, byte[] body) {
        if (body.length == 0) {
            return "";
        }
        List<String> parts = Arrays.stream(contentType.toLowerCase(Locale.ROOT).split(";", -1))
                .map(String::strip)
                .toList();
        String type = parts.get(0);
        String magic = FILES.get(type);
        if (magic != null) {
            return HexFormat.of().formatHex(body).startsWith(magic) ? "" : "no " + type;
        }
        boolean isUtf8 = parts.contains("charset=utf-8");
        boolean isOfAnotherCharset =
                !isUtf8 && contentType.toLowerCase(Locale.ROOT).contains("charset");
        if (isOfAnotherCharset || (type.startsWith("text/") && !isUtf8)) {
            return "text of no or another charset";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (type.equals("application/json") || type.endsWith("+json")) {
                JSON.readTree(text);
            } else if (type.equals("application/x-ndjson")) {
                for (String line : text.lines().toList()) {
                    JSON.readTree(line);
                }
            } else if (!type.startsWith("text/")) {
                return "of no type that is known here";
            }
            return "";
        } catch (CharacterCodingException e) {
            return "no UTF-8";
        } catch (JsonProcessingException e) {
            return "no JSON";
        }
    }
}
