package cn.qingcheng.kit.workday;

import com.tyme.holiday.LegalHoliday;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTermDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The working days of China.
 *
 * <p>For a year whose holidays the State Council has announced, the days off and the weekend days worked in exchange
 * come from the library tyme4j. The announcement comes only in the November before; for a year after the last announced
 * one, the statutory holidays of the Regulation on Public Holidays (全国年节及纪念日放假办法, revised 2024) and the
 * weekends are off, and no weekend is worked. Updating the library replaces such a preview by the announcement. Until
 * there is a library that knows it, the city writes the announcement into its settings: {@code qingcheng.workdays.off}
 * lists the days off besides weekends and statutory holidays, {@code qingcheng.workdays.worked} the weekend days worked
 * in exchange.
 *
 * <p>Bounds: the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}; {@link #plusWorkdays} takes at most
 * {@value #MAX_WORKDAYS} days. Outside them {@link IllegalArgumentException}.
 */
@ApplicationScoped
public class WorkdayCalendar {

    public static final int FIRST_YEAR = 2024;
    public static final int LAST_YEAR = 2099;
    public static final int MAX_WORKDAYS = 1_000;

    private final Set<LocalDate> off;
    private final Set<LocalDate> worked;

    @Inject
    WorkdayCalendar(
            @ConfigProperty(name = "qingcheng.workdays.off") Optional<Set<LocalDate>> off,
            @ConfigProperty(name = "qingcheng.workdays.worked") Optional<Set<LocalDate>> worked) {
        this(off.orElse(Set.of()), worked.orElse(Set.of()));
    }

    /**
     * A calendar with days of announcements that the library does not know yet; they make their years announced.
     *
     * @throws IllegalArgumentException when a day is both off and worked
     */
    public WorkdayCalendar(Set<LocalDate> off, Set<LocalDate> worked) {
        if (!Collections.disjoint(off, worked)) {
            throw new IllegalArgumentException("a day in qingcheng.workdays.off is in qingcheng.workdays.worked, too");
        }
        this.off = Set.copyOf(off);
        this.worked = Set.copyOf(worked);
    }

    /** Whether the city works on this day. */
    public boolean isWorkday(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "working days are known from " + FIRST_YEAR + " to " + LAST_YEAR + ", not for " + day.getYear());
        }
        if (off.contains(day) || worked.contains(day)) {
            return worked.contains(day);
        }
        LegalHoliday announced = announced(day);
        if (announced != null) {
            return announced.isWork();
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && (isInLibrary(day.getYear()) || !isStatutoryHoliday(day));
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
        return isInLibrary(year) || Stream.concat(off.stream(), worked.stream()).anyMatch(day -> day.getYear() == year);
    }

    private static boolean isInLibrary(int year) {
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
