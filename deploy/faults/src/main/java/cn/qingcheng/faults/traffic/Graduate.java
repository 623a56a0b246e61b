package cn.qingcheng.faults.traffic;

import java.util.LinkedHashMap;
import java.util.Map;

/** A fresh graduate: what she knows of herself, and how far the city has come with her. */
final class Graduate {

    private final String account;
    private final String university;
    private final Map<String, Object> row;

    private volatile boolean registered;
    private volatile boolean claimed;
    private volatile boolean employed;
    private volatile String talentId = "";

    Graduate(String account, String university, Map<String, Object> row) {
        this.account = account;
        this.university = university;
        this.row = new LinkedHashMap<>(row);
    }

    String account() {
        return account;
    }

    String university() {
        return university;
    }

    String name() {
        return text("name");
    }

    String idNumber() {
        return text("idNumber");
    }

    String certificateNumber() {
        return text("certificateNumber");
    }

    private String text(String name) {
        return String.valueOf(row.get(name));
    }

    /** Her line of the university's file, as it was last sent. */
    synchronized Map<String, Object> row() {
        return new LinkedHashMap<>(row);
    }

    /** The university has a new phone number of hers. */
    synchronized void moved(String phone) {
        row.put("phone", phone);
        row.put("sourceVersion", ((Integer) row.getOrDefault("sourceVersion", 1)) + 1);
    }

    boolean isRegistered() {
        return registered;
    }

    void registered() {
        registered = true;
    }

    boolean hasClaimed() {
        return claimed;
    }

    void claimed(String asTalent) {
        talentId = asTalent;
        claimed = true;
    }

    /** Empty before she has claimed her record. */
    String talentId() {
        return talentId;
    }

    boolean isEmployed() {
        return employed;
    }

    void employed() {
        employed = true;
    }
}
