package cn.qingcheng.talent.sync;

import cn.qingcheng.kit.standard.DegreeCode;
import cn.qingcheng.kit.standard.GraduateLevelCode;
import cn.qingcheng.kit.standard.KnownRegion;
import cn.qingcheng.kit.standard.ResidentIdNumber;
import cn.qingcheng.talent.registry.Person;
import cn.qingcheng.talent.registry.Study;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One graduate as a university sends her; one line of the upload. */
@Schema(description = "One line of the upload.")
record GraduateRow(
        @Schema(description = "The university's own id of the record", examples = "S000001") @NotBlank @Size(max = 64)
        String externalId,

        @Schema(description = "Grows with each change of the record at its source", examples = "1")
        @NotNull
        @PositiveOrZero
        Long sourceVersion,

        @Schema(examples = "王青城") @NotBlank @Size(max = 100) String name,

        @Schema(description = "GB 11643", examples = "150105199903071231") @NotNull @ResidentIdNumber
        String idNumber,

        @Schema(description = "GB/T 2260", examples = "150105") @NotNull @KnownRegion
        String householdRegion,

        @Schema(description = "GB/T 4658, graduated", examples = "21") @NotNull @GraduateLevelCode
        String educationLevel,

        @Schema(description = "GB/T 6864", examples = "408") @DegreeCode @Nullable
        String degree,

        @Schema(description = "GB/T 13745", examples = "520")
        @Pattern(regexp = "[0-9]{3}([0-9]{2}){0,2}", message = "{DISCIPLINE_CODE}")
        @Nullable
        String discipline,

        @Schema(examples = "2026-06-30") @NotNull @PastOrPresent(message = "{DATE_IN_FUTURE}")
        LocalDate graduatedOn,

        @Schema(examples = "900012026210000001") @NotBlank @Size(max = 64)
        String certificateNumber,

        @Schema(examples = "13800000000") @Pattern(regexp = "1[0-9]{10}", message = "{PHONE_FORM}") @Nullable
        String phone,

        @Schema(examples = "graduate1@example.com") @Email(message = "{EMAIL_FORM}") @Size(max = 254) @Nullable
        String email) {

    Person person() {
        return new Person(idNumber, name.strip(), phone, email);
    }

    Study study() {
        return new Study(educationLevel, degree, discipline, graduatedOn, certificateNumber);
    }

    /** All it says, whatever its version, to tell whether the record has changed. */
    String content() {
        return String.join(
                "\n",
                name.strip(),
                idNumber,
                householdRegion,
                educationLevel,
                String.valueOf(degree),
                String.valueOf(discipline),
                graduatedOn.toString(),
                certificateNumber,
                String.valueOf(phone),
                String.valueOf(email));
    }

    /** Says which record and nothing of the person. */
    @Override
    public String toString() {
        return "GraduateRow[" + externalId + "]";
    }
}
