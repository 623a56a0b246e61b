package cn.qingcheng.kit.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a collection.
 *
 * @param nextPageToken hand it back as {@code pageToken} to read on; absent on the last page
 */
public record Page<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "WyIwMTk4ZjJhMCJd") @Nullable
        String nextPageToken) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of a query that asked for one row more than the page holds, which tells whether more follow.
     *
     * @param oneMoreThanAsked at most {@code size + 1} rows
     * @param size rows of a page
     * @param tokenOf the key of a row, by which the query after it goes on
     */
    public static <T> Page<T> of(List<T> oneMoreThanAsked, int size, Function<T, PageToken> tokenOf) {
        if (oneMoreThanAsked.size() <= size) {
            return new Page<>(oneMoreThanAsked, null);
        }
        List<T> items = oneMoreThanAsked.subList(0, size);
        return new Page<>(items, tokenOf.apply(items.get(size - 1)).value());
    }

    /** The same page of other things, of answers instead of entities for example. */
    public <R> Page<R> map(Function<? super T, ? extends R> toItem) {
        return new Page<>(items.stream().<R>map(toItem).toList(), nextPageToken);
    }
}
