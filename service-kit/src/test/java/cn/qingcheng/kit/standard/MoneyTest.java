package cn.qingcheng.kit.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void asJsonItIsADecimalStringWithItsCurrency() throws Exception {
        assertThat(json.writeValueAsString(new Money(150_000)))
                .isEqualTo("{\"amount\":\"1500.00\",\"currency\":\"CNY\"}");
        assertThat(new Money(-5).toString()).isEqualTo("-0.05 CNY");
    }

    @ParameterizedTest
    @CsvSource({"1500,150000", "1500.5,150050", "1500.05,150005", "0,0", "0.01,1", "10000000000000.00,1000000000000000"
    })
    void itReadsWhatPeopleWrite(String amount, long fen) throws Exception {
        assertThat(json.readValue(document(amount), Money.class)).isEqualTo(new Money(fen));
    }

    @ParameterizedTest
    @CsvSource({
        "-1,MONEY_NEGATIVE",
        "-0.01,MONEY_NEGATIVE",
        "1.001,MONEY_FORM",
        "1e3,MONEY_FORM",
        "'1,500',MONEY_FORM",
        "01,MONEY_FORM",
        "'',MONEY_FORM",
        "NaN,MONEY_FORM",
        "99999999999999,MONEY_TOO_LARGE",
        "999999999999999999999,MONEY_FORM",
    })
    void whatIsWrongHasItsOwnCode(String amount, String code) {
        assertThatThrownBy(() -> json.readValue(document(amount), Money.class))
                .isInstanceOf(ValueInstantiationException.class)
                .cause()
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void onlyYuanAreTaken() {
        assertThatThrownBy(() -> json.readValue("{\"amount\":\"1\",\"currency\":\"USD\"}", Money.class))
                .hasRootCauseMessage("MONEY_CURRENCY");
        assertThatThrownBy(() -> json.readValue("{\"currency\":\"CNY\"}", Money.class))
                .hasRootCauseMessage("MONEY_FORM");
        assertThatThrownBy(() -> json.readValue("{\"amount\":\"1\",\"currency\":\"CNY\",\"fen\":100}", Money.class))
                .hasMessageContaining("fen");
    }

    @Test
    void anOverflowIsNeverSilent() {
        Money largest = new Money(Long.MAX_VALUE);

        assertThatThrownBy(() -> largest.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void whatIsWrittenIsReadBackTheSame(@ForAll @LongRange(max = Money.MAX_FEN) long fen) throws Exception {
        Money money = new Money(fen);

        assertThat(json.readValue(json.writeValueAsString(money), Money.class)).isEqualTo(money);
    }

    private String document(String amount) throws Exception {
        return "{\"amount\":" + json.writeValueAsString(amount) + ",\"currency\":\"CNY\"}";
    }
}
