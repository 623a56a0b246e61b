package cn.qingcheng.subsidy.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnFileTest {
    private static final String HEAD = "paymentNumber,amount,result,reasonCode,settledOn\r\n";

    @Test
    void linesKeepTheirNumbersAndTextWhateverTheyHold() {
        ReturnFile file = read("\uFEFF" + HEAD + "QP-2026-000001,800.00,SETTLED,,2026-10-12\r\n\r\nodd,line\r\n");

        assertThat(file.lines()).extracting(ReturnFile.Line::number).containsExactly(2, 4);
        assertThat(file.lines().get(1).raw()).isEqualTo("odd,line");
    }

    @Test
    void theSameBytesHaveTheSameDigestAndOthersDoNot() {
        assertThat(read(HEAD).digest())
                .isEqualTo(read(HEAD).digest())
                .isNotEqualTo(read(HEAD + "x\n").digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b\n", "paymentNumber,amount,result\n", "\"unclosed"})
    void aFileThatDoesNotNameItsColumnsIsRefusedWhole(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(DisbursementProblem.RETURN_FILE_UNREADABLE));
    }

    @Test
    void aFileLongerThanAnyBatchIsRefused() {
        assertThatThrownBy(() -> ReturnFile.read(new byte[ReturnFile.MAX_BYTES + 1]))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code().status()).isEqualTo(413));
    }

    @Test
    void anAnswerIsSettledOnADayOrReturnedForAReason() {
        assertThat(BankAnswer.of(List.of("QP-1", "800.00", "SETTLED", "", "2026-10-12")))
                .contains(new BankAnswer("QP-1", 80_000, LocalDate.of(2026, 10, 12), null));
        assertThat(BankAnswer.of(List.of("QP-1", "800.00", "RETURNED", "ACCOUNT_CLOSED", "")))
                .contains(new BankAnswer("QP-1", 80_000, null, "ACCOUNT_CLOSED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QP-1,800.00,SETTLED,,",
                "QP-1,800.00,SETTLED,ACCOUNT_CLOSED,2026-10-12",
                "QP-1,800.00,RETURNED,,2026-10-12",
                "QP-1,800.00,RETURNED,closed,",
                "QP-1,-800.00,SETTLED,,2026-10-12",
                "QP-1,800.005,SETTLED,,2026-10-12",
                "QP-1,800.00,PAID,,2026-10-12",
                "QP-1,800.00,SETTLED,,2026-02-30",
                "QP-1,800.00,SETTLED",
            })
    void anythingElseIsNoAnswer(String line) {
        assertThat(BankAnswer.of(List.of(line.split(",", -1)))).isEmpty();
    }

    private static ReturnFile read(String text) {
        return ReturnFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
