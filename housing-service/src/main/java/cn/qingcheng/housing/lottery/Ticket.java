package cn.qingcheng.housing.lottery;

import java.util.List;

/**
 * One household's part in a draw.
 *
 * @param tier its place among the tiers of the round, 0 is served first
 * @param wishes numbers of units, the dearest first
 */
public record Ticket(String id, int tier, List<String> wishes) {

    public Ticket {
        wishes = List.copyOf(wishes);
    }
}
