package cn.qingcheng.housing.lottery;

import org.jspecify.annotations.Nullable;

/**
 * What a ticket got.
 *
 * @param place its place in the line over all tiers, from 1
 * @param unit number of the unit it takes; none means it stands by (or was struck)
 * @param struck whether it had been withdrawn after the list was frozen; it keeps its place and takes nothing
 */
public record Placement(
        int place, DrawnTicket drawn, @Nullable String unit, boolean struck) {}
