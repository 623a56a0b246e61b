package cn.qingcheng.kit.precondition;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.JsonInput;
import cn.qingcheng.kit.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Merge Patch (RFC 7396) on a record that holds just what the caller may edit. */
@ApplicationScoped
public class MergePatch {

    /** The media type of such a body. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    @Inject
    ObjectMapper mapper;

    @Inject
    JsonInput input;

    /**
     * The record after the edit, validated again as a whole.
     *
     * @param current what the caller may edit, as it is now
     * @param patch the body: a member sets, null removes, what is not named stays
     * @throws ProblemException 400 with all errors when the result is not a valid {@code type}
     */
    public <T> T apply(T current, @Nullable JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw ProblemException.invalidInput(List.of(InputError.of("", "WRONG_TYPE", "object")));
        }
        JsonNode merged = merge(mapper.valueToTree(current), changes);
        return input.<T>bind(merged, type).orThrow();
    }

    private JsonNode merge(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : mapper.createObjectNode();
        for (var change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merge(result.get(change.getKey()), change.getValue()));
            }
        }
        return result;
    }
}
