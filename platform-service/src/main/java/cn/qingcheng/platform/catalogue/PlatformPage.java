package cn.qingcheng.platform.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a search.
 *
 * @param nextPageToken hand it back as {@code pageToken} to read on; absent on the last page
 * @param total platforms on all pages
 * @param facets by query parameter, each with its values and their counts, the most frequent first
 */
public record PlatformPage(
        List<PlatformResponse> items,

        @Schema(examples = "NDoxMDAwNTpQMDA0Mg") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String nextPageToken,

        @Schema(examples = "800") long total,

        @Schema(examples = "{\"level\":[{\"value\":\"NATIONAL\",\"name\":\"国家级\",\"count\":37}]}")
        Map<String, List<FacetCount>> facets) {}
