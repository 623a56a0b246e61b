package cn.qingcheng.samplecity;

import cn.qingcheng.kit.standard.UnifiedSocialCreditCode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The employers: fictional enterprises with valid unified social credit codes (GB 32100-2015). */
final class Employers {

    static final int COUNT = 10;

    private Employers() {}

    /** Gives the code of employer {@code index}, from 0; employer 0 is {@code 91150102MA0TE5T084} */
    static String code(int index) {
        String first17 = index == 0 ? "91150102MA0TE5T08" : "91150102MA0TE6%03d".formatted(index);
        return first17 + UnifiedSocialCreditCode.checkCharacter(first17);
    }

    static List<Map<String, Object>> rows(CityFacts facts) {
        List<String> regions = facts.regionCodes();
        return IntStream.range(0, COUNT)
                .mapToObj(index -> Rows.row(
                        "unifiedSocialCreditCode", code(index),
                        "name", "样例企业%02d".formatted(index + 1),
                        "regionCode", regions.get(index % 4)))
                .toList();
    }
}
