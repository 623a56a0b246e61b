package cn.qingcheng.samplecity;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The partner institutions: fictional, with codes above any that the Ministry of Education gives out (90001 and up). */
final class Institutions {

    private Institutions() {}

    static String code(int index) {
        return String.valueOf(90_001 + index);
    }

    static List<Map<String, Object>> rows(Scale scale) {
        return IntStream.range(0, scale.institutions())
                .mapToObj(index -> Rows.row(
                        "code",
                        code(index),
                        "name",
                        Rows.row(
                                "zh",
                                "样例大学%02d".formatted(index + 1),
                                "en",
                                "Sample University %02d".formatted(index + 1)),
                        "kind",
                        index % 5 == 4 ? "RESEARCH_INSTITUTE" : "UNIVERSITY"))
                .toList();
    }
}
