package cn.qingcheng.kit.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @Test
    void theCityHasNineDistrictsBannersAndCounties() {
        assertThat(RegionCode.cityRegions())
                .containsExactly(
                        "150100", "150102", "150103", "150104", "150105", "150121", "150122", "150123", "150124",
                        "150125");
        assertThat(RegionCode.of("150123").name(Locale.SIMPLIFIED_CHINESE)).contains("和林格尔县");
        assertThat(RegionCode.of("150123").name(Locale.ENGLISH)).contains("Horinger County");
    }

    @ParameterizedTest
    @ValueSource(strings = {"150100", "150105", "110101", "440300", "659001", "710000", "830000"})
    void regionsOfTheCityAndOfExistingProvincesAreKnown(String code) {
        assertThat(RegionCode.of(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "150199", "990101", "1501020", "15010a", "000000"})
    void otherRegionsAreNot(String code) {
        assertThat(RegionCode.isKnown(code)).isFalse();
        assertThatThrownBy(() -> RegionCode.of(code)).hasMessage("UNKNOWN_REGION");
    }

    @Test
    void anotherCitysRegionIsKnownButNotInTheCity() {
        assertThat(RegionCode.of("110101").isInCity()).isFalse();
        assertThat(RegionCode.of("150105").isInCity()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "11,true",
        "14,true",
        "21,true",
        "31,true",
        "12,false",
        "15,false",
        "22,false",
        "32,false",
        "13,false",
        "16,false",
        "23,false",
        "33,false",
        "41,false",
        "61,false",
        "90,false",
    })
    void onlyAGraduationFromHigherEducationQualifies(String code, boolean qualifies) {
        assertThat(EducationLevel.of(code).isHigherEducationGraduate()).isEqualTo(qualifies);
    }

    @Test
    void everyEducationLevelIsFoundByItsCodeOnce() {
        assertThat(Arrays.stream(EducationLevel.values()).map(level -> EducationLevel.of(level.code())))
                .containsExactly(EducationLevel.values());
        assertThatThrownBy(() -> EducationLevel.of("99")).hasMessage("UNKNOWN_EDUCATION_LEVEL");
    }

    @ParameterizedTest
    @CsvSource({"2,DOCTOR,", "208,DOCTOR,08", "3,MASTER,", "345,MASTER,45", "4,BACHELOR,", "413,BACHELOR,13"})
    void aDegreeHasARankAndMayHaveAField(String code, Degree.Rank rank, String field) {
        assertThat(Degree.of(code).rank()).isEqualTo(rank);
        assertThat(Degree.of(code).field().orElse(null)).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "5", "20", "200", "501", "2080", "2a1"})
    void otherDegreesAreUnknown(String code) {
        assertThatThrownBy(() -> Degree.of(code)).hasMessage("UNKNOWN_DEGREE");
    }

    @ParameterizedTest
    @CsvSource({
        "011,SENIOR,true",
        "082,ASSOCIATE_SENIOR,true",
        "083,INTERMEDIATE,false",
        "014,ASSISTANT,false",
        "235,TECHNICIAN,false",
    })
    void aTitleHasAGrade(String code, TitleCode.Grade grade, boolean senior) {
        assertThat(TitleCode.of(code).grade()).isEqualTo(grade);
        assertThat(TitleCode.of(code).isSenior()).isEqualTo(senior);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "010", "001", "086", "0111", "01a"})
    void otherTitlesAreUnknown(String code) {
        assertThatThrownBy(() -> TitleCode.of(code)).hasMessage("UNKNOWN_TITLE");
    }
}
