package cn.qingcheng.kit.workday;

import com.tyme.holiday.LegalHoliday;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTermDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The working days of China.
 *
 * <p>For a year whose holidays the State Council has announced, the days off and the weekend days worked in exchange
 * come from the library tyme4j. The announcement comes only in the November before; for a year after the last announced
 * one, the statutory holidays of the Regulation on Public Holidays (全国年节及纪念日放假办法, revised 2024) and the
 * weekends are off, and no weekend is worked. Updating the library replaces such a preview by the announcement.
 *
 * <p>Bounds: the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}; {@link #plusWorkdays} takes at most
 * {@value #MAX_WORKDAYS} days. Outside them {@link IllegalArgumentException}.
 */
@ApplicationScoped
public class WorkdayCalendar {

    public static final int FIRST_YEAR = 2024;
    public static final int LAST_YEAR = 2099;
    public static final int MAX_WORKDAYS = 1_000;

    /** Whether the city works on this day. */
    public boolean isWorkday(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "working days are known from " + FIRST_YEAR + " to " + LAST_YEAR + ", not for " + day.getYear());
        }
        LegalHoliday announced = announced(day);
        if (announced != null) {
            return announced.isWork();
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && (isAnnounced(day.getYear()) || !isStatutoryHoliday(day));
    }

    /**
     * The day that many working days later; the day it is counted from is not one of them, whether worked or not. So a
     * list shown for five working days from a Friday ends on the next Friday, when no holiday lies between.
     *
     * @param workdays 0 to {@value #MAX_WORKDAYS}; 0 gives the day itself
     */
    public LocalDate plusWorkdays(LocalDate from, int workdays) {
        if (workdays < 0 || workdays > MAX_WORKDAYS) {
            throw new IllegalArgumentException("0 to " + MAX_WORKDAYS + " working days, not " + workdays);
        }
        LocalDate day = from;
        for (int left = workdays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkday(day)) {
                left--;
            }
        }
        return day;
    }

    /** Whether the State Council's announcement for the year is known; if not, its days are a preview by the law alone. */
    public boolean isAnnounced(int year) {
        return announced(LocalDate.of(year, 1, 1)) != null;
    }

    private static @Nullable LegalHoliday announced(LocalDate day) {
        return LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** New Year, Spring Festival's eve and first three days, Qingming, 1–2 May, Dragon Boat, Mid-Autumn, 1–3 October. */
    private static boolean isStatutoryHoliday(LocalDate day) {
        int month = day.getMonthValue();
        int dayOfMonth = day.getDayOfMonth();
        if ((month == 1 && dayOfMonth == 1) || (month == 5 && dayOfMonth <= 2) || (month == 10 && dayOfMonth <= 3)) {
            return true;
        }
        SolarDay solar = SolarDay.fromYmd(day.getYear(), month, dayOfMonth);
        SolarTermDay term = solar.getTermDay();
        if (term.getDayIndex() == 0 && term.getSolarTerm().getName().equals("清明")) {
            return true;
        }
        LunarDay tomorrow = solar.next(1).getLunarDay();
        return isLunar(tomorrow, 1, 1) || isLunarHoliday(solar.getLunarDay());
    }

    private static boolean isLunarHoliday(LunarDay day) {
        return isLunar(day, 1, 1)
                || isLunar(day, 1, 2)
                || isLunar(day, 1, 3)
                || isLunar(day, 5, 5)
                || isLunar(day, 8, 15);
    }

    /** A leap month has a negative number in the library, and holidays fall in the ordinary one only. */
    private static boolean isLunar(LunarDay lunar, int month, int day) {
        return lunar.getMonth() == month && lunar.getDay() == day;
    }
}
