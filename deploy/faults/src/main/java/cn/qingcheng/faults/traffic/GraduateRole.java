package cn.qingcheng.faults.traffic;

import java.util.List;
import java.util.Map;

/** Several graduates, one after the other as chance will: each looks around, claims her record, applies and moves in. */
final class GraduateRole implements Role {

    private final Desk desk;
    private final List<Graduate> mine;
    private final SubsidySteps subsidy;
    private final HousingSteps housing;

    GraduateRole(Desk desk, Town town, List<Graduate> mine) {
        this.desk = desk;
        this.mine = List.copyOf(mine);
        this.subsidy = new SubsidySteps(desk, town);
        this.housing = new HousingSteps(desk, town);
    }

    @Override
    public void act() {
        Graduate graduate = desk.any(mine);
        if (!graduate.isRegistered()) {
            return;
        }
        if (!graduate.hasClaimed()) {
            claim(graduate);
            return;
        }
        int step = desk.below(100);
        if (step < 8) {
            look(graduate);
        } else if (step < 55) {
            subsidy.step(graduate);
        } else if (step < 95) {
            housing.step(graduate);
        } else {
            subsidy.object();
        }
    }

    /** One in ten mistypes her name first; that is counted, and five such would lock her out. */
    private void claim(Graduate graduate) {
        if (desk.chance(10)) {
            desk.postPlain("talent.claim.wrong", graduate.account(), "/talent/v1/me/claim", claimOf(graduate, "某某"));
        }
        Reply reply = desk.postPlain(
                "talent.claim", graduate.account(), "/talent/v1/me/claim", claimOf(graduate, graduate.name()));
        if (reply.isGood()) {
            graduate.claimed(reply.body().path("talentId").asText());
        }
    }

    private static Map<String, Object> claimOf(Graduate graduate, String name) {
        return Map.of(
                "idNumber", graduate.idNumber(),
                "name", name,
                "certificateNumber", graduate.certificateNumber());
    }

    private void look(Graduate graduate) {
        switch (desk.below(4)) {
            case 0 -> desk.get("talent.me", graduate.account(), "/talent/v1/me");
            case 1 -> desk.get("talent.timeline", graduate.account(), "/talent/v1/me/timeline?pageSize=20");
            case 2 -> desk.get("subsidy.eligibility", graduate.account(), "/subsidy/v1/me/eligibility");
            default -> desk.get("housing.units", null, "/housing/v1/units?status=RELEASED&pageSize=5");
        }
    }
}
