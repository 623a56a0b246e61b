package cn.qingcheng.gateway.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Tells paths that every server reads the same way from those that one reads so and another otherwise. Differences of
 * that kind have let callers around access rules more than once, and no honest client of ours needs such a path.
 *
 * <p>Not plain: empty, {@code .} and {@code ..} segments, path parameters ({@code ;}), backslashes, anything but
 * printable ASCII, and percent-encodings (RFC 3986, 2.1) that are broken, that hide a character which needs no encoding
 * or which means something in a path, or that are not UTF-8 in its shortest form.
 */
final class PlainPath {

    private static final Set<String> DOTS = Set.of(".", "..");
    private static final String REFUSED_RAW = "\\;\"<>^`{|}#?";
    private static final String REFUSED_ENCODED = "/\\;%?#-._~";

    private PlainPath() {}

    /** Judges a path as received, without the query. */
    static boolean isPlain(String path) {
        return path.startsWith("/") && !path.contains("//") && !hasDotSegment(path) && hasPlainCharacters(path);
    }

    private static boolean hasDotSegment(String path) {
        return path.contains("/.") && Arrays.stream(path.split("/", -1)).anyMatch(DOTS::contains);
    }

    private static boolean hasPlainCharacters(String path) {
        ByteBuffer decoded = ByteBuffer.allocate(path.length());
        boolean encoded = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 0x7f || REFUSED_RAW.indexOf(c) >= 0) {
                return false;
            }
            if (c != '%') {
                decoded.put((byte) c);
                continue;
            }
            int value = hexByte(path, i + 1);
            if (value < 0 || isRefusedEncoded(value)) {
                return false;
            }
            decoded.put((byte) value);
            encoded = true;
            i += 2;
        }
        return !encoded || isUtf8(decoded.flip());
    }

    private static boolean isRefusedEncoded(int value) {
        return value < ' '
                || value == 0x7f
                || (value < 0x80 && (Character.isLetterOrDigit(value) || REFUSED_ENCODED.indexOf(value) >= 0));
    }

    private static int hexByte(String path, int at) {
        if (at + 1 >= path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(at), 16);
        int low = Character.digit(path.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
