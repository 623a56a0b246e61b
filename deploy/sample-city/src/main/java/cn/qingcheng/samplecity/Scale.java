package cn.qingcheng.samplecity;

/**
 * How large the sample city is. The defaults are the published figures of the first city (see {@code city-facts.json}).
 *
 * @param graduates rows of the university's file, the bad ones included; at least {@link Graduates#SMALLEST_FILE}
 * @param platforms innovation platforms
 * @param units apartments raised
 * @param releasedUnits apartments of the first batch put online, at most {@code units}
 * @param institutions partner universities and institutes, 1 to 99
 * @param cooperationProjects university-industry projects
 */
public record Scale(
        int graduates, int platforms, int units, int releasedUnits, int institutions, int cooperationProjects) {

    /** The city as published: 2,000 graduates, 800 platforms, 12,472 flats of which 5,077 online, 41 × 110. */
    public static final Scale CITY = new Scale(2_000, 800, 12_472, 5_077, 41, 110);

    public Scale {
        if (graduates < Graduates.SMALLEST_FILE) {
            throw new IllegalArgumentException("A city needs at least " + Graduates.SMALLEST_FILE + " graduates");
        }
        if (releasedUnits > units || releasedUnits < 10) {
            throw new IllegalArgumentException("Between 10 and all units can be released");
        }
        if (institutions < 1 || institutions > 99) {
            throw new IllegalArgumentException("1 to 99 institutions, not " + institutions);
        }
    }

    /** The city made smaller or larger by a factor; graduates, flats and platforms follow it, institutions stay. */
    public static Scale times(double factor) {
        if (!(factor > 0 && factor <= 1_000)) {
            throw new IllegalArgumentException("The scale is a factor above 0 and up to 1000, not " + factor);
        }
        return new Scale(
                scaled(CITY.graduates, factor, Graduates.SMALLEST_FILE),
                scaled(CITY.platforms, factor, 20),
                scaled(CITY.units, factor, 20),
                scaled(CITY.releasedUnits, factor, 10),
                CITY.institutions,
                CITY.cooperationProjects);
    }

    private static int scaled(int figure, double factor, int least) {
        return Math.max(least, (int) Math.round(figure * factor));
    }
}
