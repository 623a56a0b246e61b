package cn.qingcheng.kit.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

record CreateNoteRequest(
        @NotBlank @Size(max = 80) String title,
        @Min(1) int pages,
        @NotNull Kind kind,
        @Nullable LocalDate writtenOn,
        @Nullable @Size(max = 5) List<@Valid @NotNull Author> authors) {

    enum Kind {
        DIARY,
        LETTER
    }

    record Author(
            @NotBlank String name, @Nullable @Min(1900) Integer bornInYear) {}
}
