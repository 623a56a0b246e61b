package cn.qingcheng.samplecity;

import cn.qingcheng.kit.standard.ResidentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The file one university sends: graduates of this year, twenty of them wrong in twenty ways. The first rows are the
 * people of the journey, whose education decides who stands before whom in the apartment round.
 */
final class Graduates {

    /** The people of the journey and the twenty bad rows, and a few more. */
    static final int SMALLEST_FILE = 40;

    static final int JOURNEY_PEOPLE = 8;

    private static final String UNASSIGNED_COUNTY = "150190";
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "青城丁香草原晨曦思远嘉禾明哲雅宁若溪子墨文博欣然";
    private static final List<String> HOUSEHOLD_REGIONS =
            List.of("150102", "150103", "150104", "150105", "150121", "150122", "150123", "150124", "150125");

    private final Random random;
    private final LocalDate today;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Map<String, Object>> people = new ArrayList<>();

    private Graduates(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    /** Gives all rows in file order */
    static Graduates generate(Scale scale, long seed, LocalDate today) {
        Graduates graduates = new Graduates(seed, today);
        for (int i = 0; i < scale.graduates() - BAD_ROWS.size(); i++) {
            graduates.addGood(i);
        }
        for (int i = 0; i < BAD_ROWS.size(); i++) {
            graduates.addBad(i);
        }
        return graduates;
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /** What the people of the journey know of themselves and type in when they claim their records. */
    List<Map<String, Object>> journeyPeople() {
        return people;
    }

    private void addGood(int index) {
        String level = index < JOURNEY_PEOPLE ? journeyLevel(index) : anyLevel();
        Map<String, Object> row = row(index, level);
        rows.add(row);
        if (index < JOURNEY_PEOPLE) {
            people.add(Rows.row(
                    "account", "graduate" + (index + 1),
                    "name", Rows.text(row, "name"),
                    "idNumber", Rows.text(row, "idNumber"),
                    "certificateNumber", Rows.text(row, "certificateNumber")));
        }
    }

    /** Graduates 1 and 5 hold a master's degree and stand in the first tier; the others a bachelor's. */
    private static String journeyLevel(int index) {
        return index % 4 == 0 ? "14" : "21";
    }

    private String anyLevel() {
        int roll = random.nextInt(100);
        if (roll < 3) {
            return "11";
        }
        return roll < 20 ? "14" : roll < 75 ? "21" : "31";
    }

    private Map<String, Object> row(int index, String level) {
        LocalDate graduated = LocalDate.of(today.getYear(), 6, 20).plusDays(random.nextInt(15));
        int age = switch (level) {
            case "11" -> 28;
            case "14" -> 25;
            case "21" -> 22;
            default -> 21;
        };
        LocalDate born = LocalDate.of(today.getYear() - age, 1, 1).plusDays(random.nextInt(365));
        Map<String, Object> row = Rows.row(
                "externalId", "S%06d".formatted(index + 1),
                "sourceVersion", 1,
                "name", name(),
                "idNumber", idNumber(born, index),
                "householdRegion", HOUSEHOLD_REGIONS.get(random.nextInt(HOUSEHOLD_REGIONS.size())),
                "educationLevel", level);
        String degree = degree(level);
        if (!degree.isEmpty()) {
            row.put("degree", degree);
        }
        row.put("graduatedOn", graduated.toString());
        row.put("certificateNumber", "90001%d%s%06d".formatted(graduated.getYear(), level, index + 1));
        row.put("phone", "100%08d".formatted(random.nextInt(100_000_000)));
        row.put("email", "graduate%06d@example.com".formatted(index + 1));
        return row;
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        name.append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        int given = random.nextInt(GIVEN.length() / 2) * 2;
        return name.append(GIVEN, given, given + 2).toString();
    }

    /** Degrees by GB/T 6864: level digit, then the field (08 engineering, 02 economics, 07 science, 09 agriculture). */
    private String degree(String level) {
        String field = List.of("02", "07", "08", "09").get(random.nextInt(4));
        return switch (level) {
            case "11" -> "2" + field;
            case "14" -> "3" + field;
            case "21" -> "4" + field;
            default -> "";
        };
    }

    /** The day of birth and the index make it unique: 999 sequences a day, and a day moves on every 999 people. */
    private static String idNumber(LocalDate born, int index) {
        String first17 = UNASSIGNED_COUNTY
                + born.plusDays(index / 999).toString().replace("-", "")
                + "%03d".formatted(index % 999 + 1);
        return first17 + ResidentId.checkDigit(first17);
    }

    private void addBad(int which) {
        Map<String, Object> row = row(rows.size(), "21");
        BAD_ROWS.get(which).accept(row);
        rows.add(row);
    }

    /** One change for each bad row; the last one is wrong in three places, all of which must be answered. */
    private static final List<Consumer<Map<String, Object>>> BAD_ROWS = List.of(
            row -> row.put("idNumber", otherCheckDigit(Rows.text(row, "idNumber"))),
            row -> row.put("idNumber", "150190200002300019"),
            row -> row.put("idNumber", "150190209901010015"),
            row -> row.put("idNumber", "15019"),
            row -> row.remove("idNumber"),
            row -> row.remove("name"),
            row -> row.remove("certificateNumber"),
            row -> row.remove("externalId"),
            row -> row.put("householdRegion", "999999"),
            row -> row.put("graduatedOn", "2999-07-01"),
            row -> row.put("graduatedOn", "2025-02-30"),
            row -> row.put("externalId", "S000001"),
            row -> row.put("educationLevel", "23"),
            row -> row.put("educationLevel", "22"),
            row -> row.put("educationLevel", "13"),
            row -> row.put("educationLevel", "77"),
            row -> row.put("degree", "999"),
            row -> row.put("favouriteColour", "lilac"),
            row -> row.put("sourceVersion", "first"),
            row -> {
                row.put("idNumber", otherCheckDigit(Rows.text(row, "idNumber")));
                row.put("householdRegion", "000000");
                row.put("graduatedOn", "2999-07-01");
            });

    private static String otherCheckDigit(String idNumber) {
        char check = idNumber.charAt(17);
        return idNumber.substring(0, 17) + (check == '1' ? '2' : '1');
    }
}
