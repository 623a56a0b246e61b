package cn.qingcheng.subsidy.budget;

import java.util.EnumMap;
import java.util.Map;

/** The balances of one budget line in fen, each at least zero; the treasury's equals the sum of all others. */
public record Balances(Map<AccountKind, Long> fen) {

    public Balances {
        EnumMap<AccountKind, Long> whole = new EnumMap<>(AccountKind.class);
        for (AccountKind kind : AccountKind.values()) {
            whole.put(kind, fen.getOrDefault(kind, 0L));
        }
        fen = Map.copyOf(whole);
    }

    public static Balances none() {
        return new Balances(Map.of());
    }

    public long of(AccountKind kind) {
        return fen.getOrDefault(kind, 0L);
    }

    /** Whether the movement keeps every balance at zero or above. The treasury has no floor: it only grows by giving. */
    public boolean allow(Movement movement, long amountFen) {
        return amountFen > 0 && (movement.from() == AccountKind.TREASURY || of(movement.from()) >= amountFen);
    }

    /**
     * The balances after a movement.
     *
     * @throws IllegalArgumentException when the movement is not {@linkplain #allow allowed}
     */
    public Balances after(Movement movement, long amountFen) {
        if (!allow(movement, amountFen)) {
            throw new IllegalArgumentException(movement + " of " + amountFen + " fen is more than the account holds");
        }
        EnumMap<AccountKind, Long> moved = new EnumMap<>(AccountKind.class);
        moved.putAll(fen);
        moved.merge(movement.from(), signed(movement.from(), EntrySide.CREDIT, amountFen), Math::addExact);
        moved.merge(movement.to(), signed(movement.to(), EntrySide.DEBIT, amountFen), Math::addExact);
        return new Balances(moved);
    }

    /** Everything the treasury gave is in exactly one of the other accounts. */
    public boolean balanced() {
        long held = fen.entrySet().stream()
                .filter(entry -> entry.getKey() != AccountKind.TREASURY)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return held == of(AccountKind.TREASURY);
    }

    private static long signed(AccountKind kind, EntrySide side, long amountFen) {
        return kind.normalSide() == side ? amountFen : -amountFen;
    }
}
