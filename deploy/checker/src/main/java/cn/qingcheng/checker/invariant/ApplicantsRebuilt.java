package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;
import cn.qingcheng.checker.source.Event;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The people a service knows, from the facts the registry has told: the highest revision of each. */
final class ApplicantsRebuilt implements Projection {
    private final String consumer;
    private final Function<CityUnderCheck, Database> database;
    /** Columns of the table {@code applicant} by the place of their value in the facts. */
    private final Map<String, String> columns;

    private ApplicantsRebuilt(
            String consumer, Function<CityUnderCheck, Database> database, Map<String, String> columns) {
        this.consumer = consumer;
        this.database = database;
        this.columns = columns;
    }

    static ApplicantsRebuilt ofSubsidy() {
        Map<String, String> columns = common();
        columns.put("/degree", "degree");
        columns.put("/institution", "institution");
        columns.put("/graduatedOn", "graduated_on");
        columns.put("/bornInYear", "born_in_year");
        columns.put("/employment/employerCode", "employer_code");
        columns.put("/employment/regionCode", "employment_region_code");
        columns.put("/employment/startedOn", "employed_since");
        columns.put("/employment/socialInsuranceMonth", "social_insurance_month");
        return new ApplicantsRebuilt("subsidy.applicant", CityUnderCheck::subsidy, columns);
    }

    static ApplicantsRebuilt ofHousing() {
        return new ApplicantsRebuilt("housing.applicant", CityUnderCheck::housing, common());
    }

    private static Map<String, String> common() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("/accountId", "account_id");
        columns.put("/revision", "revision");
        columns.put("/educationLevel", "education_level");
        columns.put("/tier", "tier");
        columns.put("/regionCode", "region_code");
        columns.put("/retainedSince", "retained_since");
        return columns;
    }

    @Override
    public void compare(CityUnderCheck city, Heard heard, Findings findings) {
        Map<String, JsonNode> facts = new HashMap<>();
        heard.each(consumer, event -> take(event, facts));
        Rows rebuilt = rows();
        facts.forEach((person, data) -> rebuilt.put(person, values(data)));
        Rows live = rows();
        database.apply(city)
                .each(
                        "select talent_id::text, " + String.join("::text, ", columns.values())
                                + "::text from applicant",
                        row -> {
                            List<@Nullable String> values = new ArrayList<>();
                            for (int column = 0; column < columns.size(); column++) {
                                values.add(row.getString(column + 2));
                            }
                            live.put(row.getString(1), values);
                        });
        findings.counted(live.size(), consumer)
                .none(
                        "applicants of " + consumer + " are not what talent.facts.v1 says",
                        rebuilt.differencesOf(live, "person", true));
    }

    private static void take(Event event, Map<String, JsonNode> facts) {
        String person = event.text("talentId");
        if (event.type().equals("talent.facts") && person != null) {
            facts.merge(
                    person,
                    event.data(),
                    (known, heard) -> heard.path("revision").asLong()
                                    > known.path("revision").asLong()
                            ? heard
                            : known);
        }
    }

    private Rows rows() {
        return new Rows(columns.values().toArray(String[]::new));
    }

    private List<@Nullable String> values(JsonNode facts) {
        List<@Nullable String> values = new ArrayList<>();
        for (String place : columns.keySet()) {
            JsonNode value = facts.at(place);
            values.add(value.isMissingNode() || value.isNull() ? null : value.asText());
        }
        return values;
    }
}
