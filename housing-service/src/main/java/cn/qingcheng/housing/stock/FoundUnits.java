package cn.qingcheng.housing.stock;

import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import java.util.List;

/**
 * A page of the search.
 *
 * @param tag changes whenever a unit of the page does, or another one comes in
 */
public record FoundUnits(Page<UnitResponse> page, String tag) {

    private static final long PRIME = 1_000_003;

    static FoundUnits of(List<Unit> oneMoreThanAsked, PageQuery query) {
        long hash = oneMoreThanAsked.size();
        for (Unit unit : oneMoreThanAsked) {
            hash = hash * PRIME + unit.id().hashCode();
            hash = hash * PRIME + unit.version();
        }
        Page<Unit> page = Page.of(oneMoreThanAsked, query.size(), unit -> PageToken.of(unit.code()));
        return new FoundUnits(page.map(UnitResponse::from), Long.toHexString(hash));
    }
}
