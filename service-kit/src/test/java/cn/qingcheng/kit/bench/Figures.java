package cn.qingcheng.kit.bench;

import java.util.List;

/** What is said of a row of measurements. */
final class Figures {
    private Figures() {}

    static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    /** The smallest value that at least this share of all does not exceed. */
    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
