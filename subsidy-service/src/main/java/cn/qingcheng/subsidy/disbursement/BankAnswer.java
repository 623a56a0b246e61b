package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.standard.InvalidValue;
import cn.qingcheng.kit.standard.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the bank says of one payment: settled on a day, or returned for a reason.
 *
 * @param settledOn set when settled
 * @param reasonCode set when returned
 */
record BankAnswer(
        String paymentNumber,
        long amountFen,
        @Nullable LocalDate settledOn,
        @Nullable String reasonCode) {

    static final List<String> COLUMNS = List.of("paymentNumber", "amount", "result", "reasonCode", "settledOn");

    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    /** Reads the fields of a line; empty when they make no sense. */
    static Optional<BankAnswer> of(List<String> fields) {
        if (fields.size() != COLUMNS.size()) {
            return Optional.empty();
        }
        try {
            String number = fields.get(0);
            long amountFen = Money.ofYuan(fields.get(1)).fen();
            String reason = fields.get(3);
            return switch (fields.get(2)) {
                case "SETTLED" ->
                    reason.isEmpty()
                            ? Optional.of(new BankAnswer(number, amountFen, LocalDate.parse(fields.get(4)), null))
                            : Optional.empty();
                case "RETURNED" ->
                    REASON.matcher(reason).matches()
                            ? Optional.of(new BankAnswer(number, amountFen, null, reason))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } catch (InvalidValue | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the payment already stands as this says. */
    boolean isKnownOf(Payment payment) {
        return amountFen == payment.amountFen()
                && switch (payment.status()) {
                    case SETTLED -> settledOn != null && settledOn.equals(payment.settledOn());
                    case RETURNED -> reasonCode != null && reasonCode.equals(payment.reasonCode());
                    case READY, SENT, CANCELLED -> false;
                };
    }

    boolean canBeAppliedTo(Payment payment) {
        return payment.status() == PaymentStatus.SENT && amountFen == payment.amountFen();
    }
}
