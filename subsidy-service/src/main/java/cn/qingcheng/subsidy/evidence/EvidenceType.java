package cn.qingcheng.subsidy.evidence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of file accepted as evidence, told by their first bytes and never by their name. */
public enum EvidenceType {
    PDF("application/pdf", "255044462d"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff");

    /** As many bytes as the longest signature has. */
    static final int SIGNATURE_BYTES = 8;

    private final String mediaType;
    private final String signature;

    EvidenceType(String mediaType, String signature) {
        this.mediaType = mediaType;
        this.signature = signature;
    }

    public String mediaType() {
        return mediaType;
    }

    static Optional<EvidenceType> of(byte[] firstBytes) {
        String begin = HexFormat.of().formatHex(firstBytes);
        return Arrays.stream(values())
                .filter(type -> begin.startsWith(type.signature))
                .findFirst();
    }
}
