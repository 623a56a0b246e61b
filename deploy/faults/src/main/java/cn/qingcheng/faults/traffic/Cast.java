package cn.qingcheng.faults.traffic;

import cn.qingcheng.kit.standard.ResidentId;
import cn.qingcheng.stack.Accounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The people of one run. They are nobody: the county of their ID numbers was never assigned, and no number of theirs is
 * used by another run on the same city.
 */
final class Cast {

    static final List<String> UNIVERSITIES = List.of("90002", "90003", "90004");

    private static final String UNASSIGNED_COUNTY = "150191";
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "青城丁香草原晨曦思远嘉禾明哲雅宁若溪子墨文博欣然";
    private static final List<String> LEVELS = List.of("11", "14", "14", "21", "21", "21", "31");
    private static final List<String> REGIONS = List.of("150102", "150103", "150104", "150105", "150121");
    private static final int SEQUENCES_A_DAY = 999;
    private static final int MOST_OF_A_RUN = 500;

    private final int run;
    private final Random random;
    private final LocalDate today;
    private final List<Graduate> graduates = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();

    Cast(int run, Random random, LocalDate today, int size) {
        this.run = run;
        this.random = random;
        this.today = today;
        IntStream.range(0, size).forEach(this::add);
    }

    List<Graduate> graduates() {
        return graduates;
    }

    /** ID numbers and phones. */
    List<String> secrets() {
        return secrets;
    }

    /** Accounts for the graduates, and a second reviewer and approver beside the sample's. */
    List<Accounts.User> accounts() {
        List<Accounts.User> users = new ArrayList<>();
        for (Graduate graduate : graduates) {
            users.add(new Accounts.User(graduate.account(), List.of("talent"), graduate.name()));
        }
        users.add(new Accounts.User(reviewer(), List.of("subsidy-reviewer"), "样例初审员"));
        users.add(new Accounts.User(approver(), List.of("subsidy-approver"), "样例审批员"));
        return users;
    }

    String reviewer() {
        return "reviewer-run" + run;
    }

    String approver() {
        return "approver-run" + run;
    }

    private void add(int index) {
        int unique = run * MOST_OF_A_RUN + index;
        String level = LEVELS.get(random.nextInt(LEVELS.size()));
        LocalDate born = today.minusYears(level.equals("11") ? 29 : 24).withDayOfYear(1 + random.nextInt(365));
        String idNumber = idNumber(born, unique);
        LocalDate graduated = today.minusDays(20 + random.nextInt(300));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("externalId", "R%dS%04d".formatted(run, index));
        row.put("sourceVersion", 1);
        row.put("name", name());
        row.put("idNumber", idNumber);
        row.put("householdRegion", REGIONS.get(random.nextInt(REGIONS.size())));
        row.put("educationLevel", level);
        row.put("graduatedOn", graduated.toString());
        row.put("certificateNumber", "9%d%s%06d".formatted(graduated.getYear(), level, unique));
        String phone = phone(random);
        row.put("phone", phone);
        secrets.add(idNumber);
        secrets.add(phone);
        graduates.add(new Graduate(
                "graduate-run%d-%d".formatted(run, index + 1), UNIVERSITIES.get(index % UNIVERSITIES.size()), row));
    }

    /** A number of the form of a phone's, of a range that is given to nobody. */
    static String phone(Random random) {
        return "100%08d".formatted(random.nextInt(100_000_000));
    }

    private String name() {
        int given = random.nextInt(GIVEN.length() / 2) * 2;
        return SURNAMES.charAt(random.nextInt(SURNAMES.length())) + GIVEN.substring(given, given + 2);
    }

    /** Day and number are one of a kind: the day of birth moves on every 999 people. */
    private static String idNumber(LocalDate born, int unique) {
        String first17 = UNASSIGNED_COUNTY
                + born.withDayOfYear(1)
                        .plusDays(unique / SEQUENCES_A_DAY)
                        .toString()
                        .replace("-", "")
                + "%03d".formatted(unique % SEQUENCES_A_DAY + 1);
        return first17 + ResidentId.checkDigit(first17);
    }
}
