package cn.qingcheng.kit.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar the city lives by. */
public final class CityTime {
    /** The one time zone of the country; dates, months and working days are counted in it. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CityTime() {}

    /** The date it is in the city. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
