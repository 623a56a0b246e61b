package cn.qingcheng.platform.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A value of a facet.
 *
 * @param value what the query parameter takes
 * @param name the value in the caller's language
 * @param count platforms with this value that all other parameters leave
 */
public record FacetCount(
        @Schema(examples = "LABORATORY") String value,
        @Schema(examples = "实验室") String name,
        @Schema(examples = "42") long count) {}
