package cn.qingcheng.kit.standard;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An amount of renminbi in fen, so that a sum is exact. As JSON it is
 * {@code {"amount": "1500.00", "currency": "CNY"}}, a decimal string, for a browser's number is not exact.
 *
 * <p>An amount that comes in as JSON is never negative; one that a service computes may be (a difference).
 * Arithmetic that would overflow throws {@link ArithmeticException}.
 *
 * @param fen hundredths of a yuan
 */
@JsonAutoDetect(fieldVisibility = NONE, getterVisibility = NONE, isGetterVisibility = NONE)
public record Money(@Schema(hidden = true) long fen) implements Comparable<Money> {

    /** The largest amount accepted as JSON, in fen: ten trillion yuan, far above any budget and far below overflow. */
    public static final long MAX_FEN = 1_000_000_000_000_000L;

    /** The only currency, by ISO 4217. */
    public static final String CURRENCY = "CNY";

    public static final Money ZERO = new Money(0);

    private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9][0-9]{0,13})(\\.[0-9]{1,2})?");

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    /**
     * Reads an amount as people write it, with at most two decimals and no grouping.
     *
     * @param yuan for example {@code 1500}, {@code 1500.5} or {@code 1500.00}
     * @throws InvalidValue {@code MONEY_FORM}, or {@code MONEY_NEGATIVE} below zero, or {@code MONEY_TOO_LARGE}
     */
    public static Money ofYuan(String yuan) {
        if (!AMOUNT.matcher(yuan).matches()) {
            throw new InvalidValue("MONEY_FORM");
        }
        long fen = new BigDecimal(yuan).movePointRight(2).longValueExact();
        if (fen < 0) {
            throw new InvalidValue("MONEY_NEGATIVE");
        }
        if (fen > MAX_FEN) {
            throw new InvalidValue("MONEY_TOO_LARGE");
        }
        return new Money(fen);
    }

    @JsonCreator
    static Money fromJson(
            @JsonProperty("amount") @Nullable String amount, @JsonProperty("currency") @Nullable String currency) {
        if (amount == null) {
            throw new InvalidValue("MONEY_FORM");
        }
        if (!CURRENCY.equals(currency)) {
            throw new InvalidValue("MONEY_CURRENCY");
        }
        return ofYuan(amount);
    }

    /** The amount in yuan with exactly two decimals, for example {@code 1500.00}. */
    @JsonProperty("amount")
    @Schema(description = "Yuan with two decimals", examples = "1500.00", pattern = "^\\d{1,14}(\\.\\d{1,2})?$")
    public String amount() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    @JsonProperty("currency")
    @Schema(description = "ISO 4217", examples = CURRENCY)
    public String currency() {
        return CURRENCY;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(fen, factor));
    }

    @Schema(hidden = true)
    public boolean isNegative() {
        return fen < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** For people and logs, for example {@code 1500.00 CNY}. */
    @Override
    public String toString() {
        return amount() + " " + CURRENCY;
    }
}
