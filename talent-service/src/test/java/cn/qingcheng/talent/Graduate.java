package cn.qingcheng.talent;

import cn.qingcheng.kit.standard.ResidentId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A graduate nobody else in the test run is: a row of an upload as a university sends it, to be bent by a test. */
public final class Graduate {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Map<String, Object> row = new LinkedHashMap<>();

    private Graduate(int number) {
        LocalDate born = LocalDate.of(2000, 1, 1).plusDays(number / 999);
        String first17 = "150105" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number % 999 + 1);
        row.put("externalId", "S%06d".formatted(number));
        row.put("sourceVersion", 1);
        row.put("name", "王青城");
        row.put("idNumber", first17 + ResidentId.checkDigit(first17));
        row.put("householdRegion", "150105");
        row.put("educationLevel", "21");
        row.put("degree", "408");
        row.put("graduatedOn", "2026-06-30");
        row.put("certificateNumber", "C%06d".formatted(number));
        row.put("phone", "138%08d".formatted(number));
    }

    public static Graduate next() {
        return new Graduate(NUMBERS.incrementAndGet());
    }

    public Graduate with(String field, Object value) {
        row.put(field, value);
        return this;
    }

    public Graduate without(String field) {
        row.remove(field);
        return this;
    }

    public Graduate withWrongCheckDigit() {
        String idNumber = idNumber();
        return with("idNumber", idNumber.substring(0, 17) + (idNumber.endsWith("1") ? "2" : "1"));
    }

    public String externalId() {
        return (String) row.get("externalId");
    }

    public String idNumber() {
        return (String) row.get("idNumber");
    }

    public String name() {
        return (String) row.get("name");
    }

    public String certificateNumber() {
        return (String) row.get("certificateNumber");
    }

    public String phone() {
        return (String) row.get("phone");
    }

    /** The body of a right claim to her record. */
    public Map<String, Object> claim() {
        return Map.of("idNumber", idNumber(), "name", name(), "certificateNumber", certificateNumber());
    }

    public Map<String, Object> row() {
        return row;
    }
}
