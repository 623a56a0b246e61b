package cn.qingcheng.faults.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Universities hand in their graduates: new ones, changed ones, the same ones again, and lines that are wrong. */
final class UniversityRole implements Role {

    private static final int MOST_NEW = 30;

    private final Desk desk;
    private final Town town;

    UniversityRole(Desk desk, Town town) {
        this.desk = desk;
        this.town = town;
    }

    @Override
    public void act() {
        String university = desk.any(Cast.UNIVERSITIES);
        List<Graduate> own = town.graduates().stream()
                .filter(graduate -> graduate.university().equals(university))
                .toList();
        List<Graduate> sent = new ArrayList<>(own.stream()
                .filter(graduate -> !graduate.isRegistered())
                .limit(MOST_NEW)
                .toList());
        own.stream()
                .filter(Graduate::isRegistered)
                .filter(any -> desk.chance(15))
                .forEach(graduate -> {
                    if (desk.chance(60)) {
                        String phone = Cast.phone(desk.random());
                        town.journal().secrets(List.of(phone));
                        graduate.moved(phone);
                    }
                    sent.add(graduate);
                });
        hand(university, sent);
        if (desk.chance(20)) {
            desk.get("talent.sync.list", "university-" + university, "/talent/v1/sync/batches?pageSize=5");
        }
    }

    private void hand(String university, List<Graduate> sent) {
        List<Map<String, Object>> rows = new ArrayList<>();
        sent.forEach(graduate -> rows.add(graduate.row()));
        if (desk.chance(40)) {
            rows.add(wrong(rows));
        }
        String account = "university-" + university;
        Reply batch = desk.upload("talent.sync", account, "/talent/v1/sync/batches", rows);
        if (!batch.isGood()) {
            return;
        }
        sent.forEach(Graduate::registered);
        String path = "/talent/v1/sync/batches/" + batch.id();
        desk.get("talent.sync.show", account, path);
        desk.get("talent.sync.results", account, path + "/results?outcome=REJECTED");
    }

    private static Map<String, Object> wrong(List<Map<String, Object>> rows) {
        Map<String, Object> row = new LinkedHashMap<>(rows.isEmpty() ? Map.of("externalId", "X1") : rows.get(0));
        row.put("externalId", row.get("externalId") + "-wrong");
        row.put("idNumber", "150191200002300019");
        return row;
    }
}
