package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reviewers and approvers, two of each, who never decide one case twice, except where they try to. */
final class ReviewRole implements Role {

    private static final String ALL = "/subsidy/v1/applications";

    private final Desk desk;
    private final List<String> reviewers;
    private final List<String> approvers;

    ReviewRole(Desk desk, Cast cast) {
        this.desk = desk;
        this.reviewers = List.of("reviewer", cast.reviewer());
        this.approvers = List.of("approver", cast.approver());
    }

    @Override
    public void act() {
        int turn = desk.below(100);
        if (turn < 25) {
            step("SUBMITTED", "accept", desk.any(reviewers), null);
        } else if (turn < 45) {
            step("ACCEPTED_FOR_REVIEW", "start-review", desk.any(reviewers), null);
        } else if (turn < 70) {
            review();
        } else if (turn < 93) {
            decide();
        } else {
            objections();
        }
    }

    private void review() {
        int choice = desk.below(100);
        String reviewer = desk.any(reviewers);
        if (choice < 80) {
            step("UNDER_REVIEW", "pass-review", reviewer, Map.of("reason", "材料齐全"));
        } else if (choice < 94) {
            step("UNDER_REVIEW", "return", reviewer, Map.of("reason", "租房合同缺少签字页"));
        } else {
            step("UNDER_REVIEW", "reject", reviewer, Map.of("reason", "合同已过期"));
        }
    }

    private void decide() {
        int choice = desk.below(100);
        if (choice < 88) {
            step("REVIEW_PASSED", "approve", desk.any(approvers), Map.of("reason", "符合条件"));
        } else if (choice < 94) {
            step("REVIEW_PASSED", "reject", desk.any(approvers), Map.of("reason", "与事实不符"));
        } else {
            step("PUBLICITY", "approve", desk.any(approvers), Map.of("reason", "再次批准"));
        }
    }

    private void step(String status, String verb, String officer, @Nullable Object body) {
        List<JsonNode> waiting = desk.items("subsidy.list", officer, ALL + "?status=" + status + "&pageSize=100");
        if (!waiting.isEmpty()) {
            String id = desk.any(waiting).path("id").asText();
            desk.post("subsidy." + verb, officer, ALL + "/" + id + "/" + verb, body);
        }
    }

    private void objections() {
        String approver = desk.any(approvers);
        List<JsonNode> open =
                desk.items("subsidy.objections", approver, "/subsidy/v1/objections?status=OPEN&pageSize=100");
        for (JsonNode objection : open) {
            String verb = desk.chance(70) ? "dismiss" : "uphold";
            String path = "/subsidy/v1/objections/" + objection.path("id").asText() + "/" + verb;
            desk.post("subsidy." + verb, approver, path, Map.of("reason", "已核实"));
        }
    }
}
