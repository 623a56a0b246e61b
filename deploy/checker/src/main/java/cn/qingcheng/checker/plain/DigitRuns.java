package cn.qingcheng.checker.plain;

import java.util.List;
import java.util.function.ObjLongConsumer;

/** Takes bytes as they come, in pieces of any size, and tells of each secret number that passes. */
final class DigitRuns {
    /** Longer runs of digits are nobody's number; what can still matter of them is their end. */
    private static final int LONGEST = 4_096;

    private static final int KEPT = 128;

    private final SecretNumbers numbers;
    private final ObjLongConsumer<String> taker;
    private final byte[] run = new byte[LONGEST];
    private int length;
    private long position;

    /** The taker is given the label of a number and how many bytes came before its end. */
    DigitRuns(SecretNumbers numbers, ObjLongConsumer<String> taker) {
        this.numbers = numbers;
        this.taker = taker;
    }

    void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            byte next = bytes[i];
            if (next >= '0' && next <= '9') {
                if (length == LONGEST) {
                    tell(false, position + i);
                    System.arraycopy(run, LONGEST - KEPT, run, 0, KEPT);
                    length = KEPT;
                }
                run[length++] = next;
            } else if (length > 0) {
                if (length >= SecretNumbers.shortest()) {
                    tell(next == 'X' || next == 'x', position + i);
                }
                length = 0;
            }
        }
        position += count;
    }

    /** What comes next does not belong to what came before. */
    void end() {
        if (length >= SecretNumbers.shortest()) {
            tell(false, position);
        }
        length = 0;
        position = 0;
    }

    private void tell(boolean xFollows, long place) {
        List<String> labels = numbers.in(run, length, xFollows);
        labels.forEach(label -> taker.accept(label, place));
    }
}
