package cn.qingcheng.kit.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Documents for every operation who may call it, which headers steer it, and each problem it can answer, so that no
 * resource has to repeat it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemDocumentation implements OASFilter {

    private static final String TOKEN = "token";
    private static final Map<Integer, String> MEANINGS = meanings();

    private final EndpointIndex endpoints;

    /** Made while a service is built, with the index of its classes. */
    public ProblemDocumentation(IndexView index) {
        this.endpoints = new EndpointIndex(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSecurityScheme(TOKEN, token());
        document.getComponents().addSchema("InputError", inputError());
        document.getComponents().addSchema("Problem", problem());
        describeStandardTypes(document.getComponents());
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        Set<Integer> used = new TreeSet<>();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> used.addAll(describe(path, method, operation))));
        used.forEach(status -> document.getComponents().addResponse(name(status), response(status)));
    }

    /** What the generator knows of the platform's own types, it knows without an example or not at all. */
    private static void describeStandardTypes(Components components) {
        Map<String, Schema> schemas = components.getSchemas();
        if (schemas.containsKey("UUID")) {
            schemas.get("UUID").addExample("01992f3e-7c1a-7b7e-9d43-5a6f3f1f0c11");
        }
        if (schemas.containsKey("YearMonth")) {
            components.addSchema("YearMonth", text("2026-09").pattern("^[0-9]{4}-(0[1-9]|1[0-2])$"));
        }
    }

    private Set<Integer> describe(String path, HttpMethod method, Operation operation) {
        EndpointIndex.Endpoint endpoint = endpoint(path, method, operation);
        Set<Integer> statuses = new TreeSet<>(Set.of(400, 406, 500, 503));
        boolean isWrite = method != HttpMethod.GET && method != HttpMethod.HEAD;
        if (isWrite) {
            statuses.addAll(List.of(409, 413, 415, 422));
        }
        if (path.contains("{")) {
            statuses.add(404);
        }
        describeCaller(endpoint, operation, statuses);
        describeKey(endpoint, operation, statuses);
        if (endpoint.isConditional()) {
            statuses.addAll(List.of(412, 428));
            describeVersion(operation);
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        for (int status : statuses) {
            if (!operation.getResponses().hasAPIResponse(Integer.toString(status))) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                Integer.toString(status),
                                OASFactory.createAPIResponse().ref(name(status)));
            }
        }
        return statuses;
    }

    private EndpointIndex.Endpoint endpoint(String path, HttpMethod method, Operation operation) {
        EndpointIndex.Endpoint endpoint = endpoints.find(operation.getOperationId());
        if (endpoint == null) {
            throw new IllegalStateException(method + " " + path + " has the operationId '" + operation.getOperationId()
                    + "', which names no resource method: leave operationId to the kit");
        }
        return endpoint;
    }

    private static void describeCaller(EndpointIndex.Endpoint endpoint, Operation operation, Set<Integer> statuses) {
        List<String> roles = endpoint.roles();
        String line = roles.isEmpty() ? "Open to everyone." : "Roles: " + String.join(", ", roles) + ".";
        String written = operation.getDescription();
        operation.setDescription(written == null ? line : written + "\n\n" + line);
        operation.addExtension("x-roles", new ArrayList<>(roles));
        if (!roles.isEmpty()) {
            statuses.addAll(List.of(401, 403));
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
        }
    }

    private static void describeKey(EndpointIndex.Endpoint endpoint, Operation operation, Set<Integer> statuses) {
        if (endpoint.key() == EndpointIndex.Key.NONE) {
            return;
        }
        boolean isRequired = endpoint.key() == EndpointIndex.Key.REQUIRED;
        if (isRequired) {
            statuses.add(428);
        }
        operation.addParameter(OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(isRequired)
                .description("Repeats of a request with the same key have one effect and one answer for 24 hours.")
                .schema(text("c1f0f2f6-2c1e-4b8a-9a52-5d8ef6f5a3b1")
                        .minLength(1)
                        .maxLength(255)));
    }

    private static void describeVersion(Operation operation) {
        operation.getParameters().stream()
                .filter(parameter -> "If-Match".equals(parameter.getName()))
                .forEach(parameter ->
                        parameter.schema(text("\"3\"").description("The ETag of the version that was read.")));
    }

    private static APIResponse response(int status) {
        return OASFactory.createAPIResponse()
                .description(MEANINGS.getOrDefault(status, "Problem"))
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemRenderer.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static Schema problem() {
        return object("A problem document as RFC 9457 says; kinds add members of their own.")
                .addProperty(
                        "type",
                        text(ProblemRenderer.TYPE_PREFIX + "INVALID_INPUT").format("uri"))
                .addProperty("title", text("The input is wrong"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).addExample(400))
                .addProperty("detail", text("Correct each point listed in errors."))
                .addProperty("instance", text("/talent/v1/employments"))
                .addProperty("code", text("INVALID_INPUT").description("Stable; tell kinds apart by it."))
                .addProperty(
                        "correlationId",
                        text("0b1f8f8e-3a52-4c9e-8a3e-7f6a1d0c2b4e").description("Give it when you write to us."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("InputError")))
                .required(List.of("type", "title", "status", "instance", "code"));
    }

    private static Schema inputError() {
        return object("One thing wrong with the input; all of them come at once.")
                .addProperty(
                        "pointer",
                        text("/regionCode").description("JSON Pointer (RFC 6901); ?name for a query parameter."))
                .addProperty("code", text("UNKNOWN_REGION"))
                .addProperty("detail", text("There is no such region code."))
                .required(List.of("pointer", "code", "detail"));
    }

    private static Schema object(@Nullable String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(SchemaType.STRING).addExample(example);
    }

    private static SecurityScheme token() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of the realm qingcheng.");
    }

    private static Map<Integer, String> meanings() {
        Map<Integer, String> meanings = new LinkedHashMap<>();
        meanings.put(400, "The input is malformed or wrong; all its errors are listed.");
        meanings.put(401, "No token, or one that is not valid.");
        meanings.put(403, "The roles of the account do not allow it.");
        meanings.put(404, "There is no such thing, or it is not the caller's.");
        meanings.put(406, "None of the media types asked for.");
        meanings.put(409, "The present state or a uniqueness does not allow it.");
        meanings.put(412, "Changed since it was read.");
        meanings.put(413, "The body is too large.");
        meanings.put(415, "The media type of the body is not taken.");
        meanings.put(422, "A rule refuses it, or the key was used for another request.");
        meanings.put(428, "A required If-Match or Idempotency-Key is missing.");
        meanings.put(500, "A fault of ours; give the correlation id when you report it.");
        meanings.put(503, "Not available at the moment; see Retry-After.");
        return meanings;
    }
}
