package cn.qingcheng.faults.traffic;

import cn.qingcheng.stack.Accounts;
import java.util.List;
import java.util.Map;

/** Employers declare whom they employ, month by month, and the talent office looks at what is there. */
final class EmployerRole implements Role {

    private final Desk desk;
    private final Town town;
    private final List<Accounts.Client> employers;

    EmployerRole(Desk desk, Town town, Accounts accounts) {
        this.desk = desk;
        this.town = town;
        this.employers = accounts.clients().stream()
                .filter(client -> client.employer() != null)
                .toList();
    }

    @Override
    public void act() {
        List<Graduate> registered =
                town.graduates().stream().filter(Graduate::isRegistered).toList();
        if (registered.isEmpty()) {
            return;
        }
        List<Graduate> waiting =
                registered.stream().filter(graduate -> !graduate.isEmployed()).toList();
        Graduate graduate = waiting.isEmpty() || desk.chance(10) ? desk.any(registered) : desk.any(waiting);
        Accounts.Client employer = desk.any(employers);
        Reply reply = declare(graduate, employer);
        if (reply.isGood()) {
            graduate.employed();
        } else if (reply.code().equals("EMPLOYER_NOT_REGISTERED")) {
            register(employer);
        }
        if (desk.chance(10) && graduate.hasClaimed()) {
            lookAt(graduate);
        }
    }

    private void register(Accounts.Client employer) {
        desk.post(
                "talent.employer",
                "talent-officer",
                "/talent/v1/employers",
                Map.of(
                        "unifiedSocialCreditCode",
                        String.valueOf(employer.employer()),
                        "name",
                        employer.name(),
                        "regionCode",
                        "150105"));
    }

    private Reply declare(Graduate graduate, Accounts.Client employer) {
        Map<String, Object> body = Map.of(
                "unifiedSocialCreditCode",
                String.valueOf(employer.employer()),
                "idNumber",
                graduate.idNumber(),
                "regionCode",
                "150105",
                "post",
                "软件工程师",
                "startedOn",
                town.today().minusMonths(desk.below(10)).minusDays(1).toString(),
                "socialInsuranceMonth",
                town.month().minusMonths(1 + desk.below(2)).toString());
        return desk.post("talent.employ", employer.account(), "/talent/v1/employments", body);
    }

    private void lookAt(Graduate graduate) {
        desk.get("talent.list", "talent-officer", "/talent/v1/talents?claimed=true&pageSize=10");
        desk.get("talent.show", "talent-officer", "/talent/v1/talents/" + graduate.talentId());
        desk.get("talent.benefits", "auditor", "/talent/v1/talents/" + graduate.talentId() + "/benefits");
    }
}
