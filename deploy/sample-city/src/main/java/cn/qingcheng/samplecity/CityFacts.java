package cn.qingcheng.samplecity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The published facts of the first city, {@code city/city-facts.json}: names of places, layout, industries. */
final class CityFacts {

    private final JsonNode facts;

    private CityFacts(JsonNode facts) {
        this.facts = facts;
    }

    static CityFacts read() {
        try (InputStream in = CityFacts.class.getResourceAsStream("/city/city-facts.json")) {
            if (in == null) {
                throw new IllegalStateException("city/city-facts.json is missing from the jar; build it again");
            }
            return new CityFacts(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Codes (GB/T 2260) of the city's districts, counties and banners, in ascending order. */
    List<String> regionCodes() {
        List<String> codes = new ArrayList<>();
        facts.at("/city/regions").fieldNames().forEachRemaining(codes::add);
        return codes.stream().sorted().toList();
    }

    String regionName(String code) {
        return facts.at("/city/regions").path(code).asText();
    }

    JsonNode layout() {
        return facts.at("/platform/layout");
    }

    JsonNode platform() {
        return facts.path("platform");
    }
}
