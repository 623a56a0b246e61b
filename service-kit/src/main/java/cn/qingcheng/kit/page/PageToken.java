package cn.qingcheng.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the last row of a page in a form no client reads: Base64url of the keys, each with its length.
 *
 * @param value what goes into {@code nextPageToken}
 */
public record PageToken(String value) {

    private static final int MAX_CHARACTERS = 1024;
    private static final char LENGTH_END = ':';

    /** Keys in the order of the query's {@code ORDER BY}. */
    public static PageToken of(String... keys) {
        StringBuilder plain = new StringBuilder();
        for (String key : keys) {
            plain.append(key.length()).append(LENGTH_END).append(key);
        }
        return new PageToken(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.toString().getBytes(UTF_8)));
    }

    /**
     * The keys of a token, none for the first page.
     *
     * @throws ProblemException 400 at {@code ?pageToken} when it is none of ours
     */
    public static List<String> parse(@Nullable String token) {
        return token == null || token.isEmpty() ? List.of() : keysOf(token);
    }

    private static List<String> keysOf(String token) {
        if (token.length() > MAX_CHARACTERS) {
            throw bad();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return split(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException e) {
            throw bad();
        }
    }

    private static List<String> split(String plain) {
        List<String> keys = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            int end = plain.indexOf(LENGTH_END, at);
            int from = end + 1;
            int to = from + Integer.parseUnsignedInt(plain.substring(at, end));
            keys.add(plain.substring(from, to));
            at = to;
        }
        return List.copyOf(keys);
    }

    /** The answer to a token that is none of ours, also for a service that finds the keys of the wrong kind. */
    public static ProblemException bad() {
        return ProblemException.invalidInput(List.of(InputError.of("?pageToken", "BAD_PAGE_TOKEN")));
    }
}
