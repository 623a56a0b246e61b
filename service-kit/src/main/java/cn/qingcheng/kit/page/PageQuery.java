package cn.qingcheng.kit.page;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The two query parameters of every collection; taken as {@code @BeanParam PageQuery page}. */
public class PageQuery {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 200;

    @QueryParam("pageSize")
    @Parameter(description = "Items of a page, 1 to 200.")
    @Schema(minimum = "1", maximum = "200", defaultValue = "50")
    @Nullable
    Integer pageSize;

    @QueryParam("pageToken")
    @Parameter(description = "nextPageToken of the page before; none for the first page.", example = "WyIwMTk4ZjJhMCJd")
    @Nullable
    String pageToken;

    /** For the framework, which then sets the fields. */
    public PageQuery() {}

    /** A query made in the program itself. */
    public static PageQuery of(@Nullable Integer pageSize, @Nullable String pageToken) {
        PageQuery query = new PageQuery();
        query.pageSize = pageSize;
        query.pageToken = pageToken;
        return query;
    }

    /**
     * Items of the page.
     *
     * @throws ProblemException 400 at {@code ?pageSize} when it is not 1 to {@value #MAX_SIZE}
     */
    public int size() {
        if (pageSize == null) {
            return DEFAULT_SIZE;
        }
        if (pageSize < 1 || pageSize > MAX_SIZE) {
            throw ProblemException.invalidInput(List.of(InputError.of("?pageSize", "OUT_OF_RANGE", 1, MAX_SIZE)));
        }
        return pageSize;
    }

    /** What the query should ask for: one row more, to see whether another page follows. */
    public int limit() {
        return size() + 1;
    }

    /** The id to go on after, or null on the first page; a token that holds none is a 400. */
    public @Nullable UUID afterId() {
        return only(UUID::fromString);
    }

    /** The number to go on after, or null on the first page; a token that holds none is a 400. */
    public @Nullable Long afterNumber() {
        return only(Long::valueOf);
    }

    private <K> @Nullable K only(Function<String, K> read) {
        List<String> keys = after();
        if (keys.isEmpty()) {
            return null;
        }
        try {
            return read.apply(keys.get(0));
        } catch (IllegalArgumentException notOurs) {
            throw PageToken.bad();
        }
    }

    /** The keys to go on after, none on the first page; a token that is none of ours is a 400. */
    public List<String> after() {
        return PageToken.parse(pageToken);
    }
}
