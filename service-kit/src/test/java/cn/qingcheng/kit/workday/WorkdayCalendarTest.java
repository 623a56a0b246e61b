package cn.qingcheng.kit.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkdayCalendarTest {

    private final WorkdayCalendar calendar = new WorkdayCalendar(Set.of(), Set.of());

    @ParameterizedTest
    @CsvSource({
        // The Sunday after is worked, then the holiday begins.
        "2024-09-27,2024-10-10",
        "2025-09-26,2025-10-10",
        // This Friday is Mid-Autumn itself.
        "2026-09-25,2026-10-09",
        // Not yet announced: by the law alone, 1 to 3 October are off.
        "2027-09-24,2027-10-04",
    })
    void fiveWorkingDaysFromAFridayBeforeNationalDay(LocalDate friday, LocalDate expected) {
        assertThat(friday.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(calendar.plusWorkdays(friday, 5)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-04,true", // a Sunday worked before Spring Festival
        "2024-02-09,true", // its eve was only encouraged to be free
        "2024-02-16,false",
        "2024-10-12,true",
        "2025-01-26,true",
        "2025-10-08,false",
        "2026-01-04,true",
        "2026-02-15,false",
        "2026-09-20,true",
        "2026-10-07,false",
        "2026-10-08,true",
        "2026-10-10,true",
        "2026-09-05,false",
        "2026-09-01,true",
    })
    void holidaysAndDaysWorkedInExchangeAreTheAnnouncedOnes(LocalDate day, boolean worked) {
        assertThat(calendar.isWorkday(day)).isEqualTo(worked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01",
                "2027-02-05",
                "2027-02-06",
                "2027-02-07",
                "2027-02-08",
                "2027-04-05",
                "2027-05-01",
                "2027-06-09",
                "2027-09-15",
                "2027-10-01"
            })
    void aYearNotYetAnnouncedHasItsStatutoryHolidays(LocalDate day) {
        assertThat(calendar.isWorkday(day)).isFalse();
    }

    @Test
    void itTellsWhetherAYearIsAnnounced() {
        assertThat(calendar.isAnnounced(2026)).isTrue();
        assertThat(calendar.isAnnounced(2027)).isFalse();
    }

    @Test
    void theCityWritesAnAnnouncementDownBeforeTheLibraryKnowsIt() {
        LocalDate worked = LocalDate.of(2027, 9, 25);
        WorkdayCalendar told =
                new WorkdayCalendar(Set.of(LocalDate.of(2027, 10, 4), LocalDate.of(2027, 10, 5)), Set.of(worked));

        assertThat(told.isAnnounced(2027)).isTrue();
        assertThat(told.isWorkday(worked)).isTrue();
        assertThat(told.plusWorkdays(LocalDate.of(2027, 9, 24), 5)).isEqualTo(LocalDate.of(2027, 9, 30));
        assertThat(told.plusWorkdays(LocalDate.of(2027, 9, 30), 1)).isEqualTo(LocalDate.of(2027, 10, 6));
    }

    @Test
    void aDayIsNotBothOffAndWorked() {
        Set<LocalDate> day = Set.of(LocalDate.of(2027, 10, 4));

        assertThatThrownBy(() -> new WorkdayCalendar(day, day))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("qingcheng.workdays");
    }

    @Test
    void zeroWorkingDaysIsTheDayItself() {
        assertThat(calendar.plusWorkdays(LocalDate.of(2026, 10, 1), 0)).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void outsideItsBoundsItRefuses() {
        LocalDate day = LocalDate.of(2026, 9, 1);

        assertThatThrownBy(() -> calendar.isWorkday(LocalDate.of(2023, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.plusWorkdays(day, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.plusWorkdays(day, 1_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void itEndsOnAWorkingDayWithExactlyThatManyBetween(
            @ForAll @IntRange(max = 1460) int offset, @ForAll @IntRange(min = 1, max = 30) int workdays) {
        LocalDate from = LocalDate.of(2024, 1, 1).plusDays(offset);

        LocalDate to = calendar.plusWorkdays(from, workdays);

        assertThat(calendar.isWorkday(to)).isTrue();
        assertThat(from.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::isWorkday))
                .hasSize(workdays);
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    void aYearHasAboutTwoHundredAndFiftyWorkingDays(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);

        assertThat(first.datesUntil(first.plusYears(1))
                        .filter(calendar::isWorkday)
                        .count())
                .isBetween(246L, 254L);
    }
}
