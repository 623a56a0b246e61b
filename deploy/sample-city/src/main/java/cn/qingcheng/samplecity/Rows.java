package cn.qingcheng.samplecity;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows as they stand in the files: names in the order written, nothing that is null. */
final class Rows {

    private Rows() {}

    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    static String text(Map<String, Object> row, String name) {
        return String.valueOf(row.get(name));
    }

    static Map<String, Object> money(long yuan) {
        return row("amount", yuan + ".00", "currency", "CNY");
    }
}
