package cn.qingcheng.platform.catalogue;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a search asks for. Values of one parameter widen it, different parameters narrow it. */
public class PlatformFilter {

    /** Values of one parameter. */
    static final int MAX_VALUES = 20;

    /** Length of the words to look for, in characters. */
    static final int MAX_QUERY_CHARACTERS = 100;

    @QueryParam("q")
    @Parameter(
            description = "Words of the name, zone or code, Chinese or English; small mistakes are forgiven.",
            example = "实验室")
    @Nullable
    String q;

    @QueryParam("kind")
    List<PlatformKind> kinds = List.of();

    @QueryParam("level")
    List<PlatformLevel> levels = List.of();

    @QueryParam("layout")
    List<PlatformLayout> layouts = List.of();

    @QueryParam("function")
    List<PlatformFunction> functions = List.of();

    @QueryParam("zone")
    @Parameter(description = "Zones the platform may lie in.", example = "和林格尔人才科创中心")
    List<String> zones = List.of();

    @QueryParam("region")
    @Parameter(description = "Codes of districts, banners and counties (GB/T 2260).", example = "150123")
    List<String> regions = List.of();

    @QueryParam("industry")
    @Parameter(description = "Industries the platform may serve.", example = "新材料")
    List<String> industries = List.of();

    /** For the framework, which then sets the fields. */
    public PlatformFilter() {}

    /** The words to look for, in lower case; empty for all platforms. */
    String words() {
        return q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
    }

    /** The chosen values by facet; a facet without any does not narrow. */
    Map<Facet, List<String>> choices() {
        Map<Facet, List<String>> choices = new EnumMap<>(Facet.class);
        choices.put(Facet.KIND, kinds.stream().map(Enum::name).toList());
        choices.put(Facet.LEVEL, levels.stream().map(Enum::name).toList());
        choices.put(Facet.LAYOUT, layouts.stream().map(Enum::name).toList());
        choices.put(Facet.FUNCTION, functions.stream().map(Enum::name).toList());
        choices.put(Facet.ZONE, zones);
        choices.put(Facet.REGION, regions);
        choices.put(Facet.INDUSTRY, industries);
        choices.values().removeIf(List::isEmpty);
        return choices;
    }

    /** @throws ProblemException 400 with all parameters that exceed their bounds */
    void check() {
        List<InputError> errors = new ArrayList<>();
        if (words().length() > MAX_QUERY_CHARACTERS) {
            errors.add(InputError.of("?q", "TOO_LONG", MAX_QUERY_CHARACTERS));
        }
        choices().forEach((facet, values) -> {
            if (values.size() > MAX_VALUES) {
                errors.add(InputError.of("?" + facet.parameter(), "TOO_MANY_VALUES", MAX_VALUES));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
    }
}
