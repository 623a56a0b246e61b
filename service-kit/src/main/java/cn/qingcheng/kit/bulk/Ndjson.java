package cn.qingcheng.kit.bulk;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.JsonInput;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads newline-delimited JSON as a stream: memory holds one chunk of rows, whatever the length of the request. A row
 * that is wrong does not stop the others.
 */
@ApplicationScoped
public class Ndjson {

    /** The media type of such a body. */
    public static final String MEDIA_TYPE = "application/x-ndjson";

    /** Longest line; a longer one is a row with the error {@code LINE_TOO_LONG}. */
    public static final int MAX_LINE_BYTES = 64 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAX_CHUNK_ROWS = 10_000;

    @Inject
    JsonInput input;

    /**
     * Reads to the end, handing over the rows in their order.
     *
     * @param in the body; not closed
     * @param chunkSize rows handed over together, 1 to 10,000; the last chunk may have fewer, none is empty
     * @param chunk takes the rows; what it throws ends the reading
     * @throws UncheckedIOException when the caller breaks off
     */
    public <T> void read(InputStream in, Class<T> type, int chunkSize, Consumer<List<Row<T>>> chunk) {
        if (chunkSize < 1 || chunkSize > MAX_CHUNK_ROWS) {
            throw new IllegalArgumentException("chunkSize must be 1 to " + MAX_CHUNK_ROWS);
        }
        Lines lines = new Lines(in);
        List<Row<T>> rows = new ArrayList<>(chunkSize);
        long number = 0;
        while (lines.next()) {
            rows.add(row(++number, lines, type));
            if (rows.size() == chunkSize) {
                chunk.accept(List.copyOf(rows));
                rows.clear();
            }
        }
        if (!rows.isEmpty()) {
            chunk.accept(List.copyOf(rows));
        }
    }

    private <T> Row<T> row(long number, Lines lines, Class<T> type) {
        if (lines.isTooLong()) {
            return new Row<>(number, null, List.of(InputError.of("", "LINE_TOO_LONG", MAX_LINE_BYTES)));
        }
        try {
            JsonInput.Bound<T> bound = input.bind(input.parse(lines.bytes()), type);
            return new Row<>(number, bound.value(), bound.errors());
        } catch (ProblemException malformed) {
            return new Row<>(number, null, malformed.errors());
        }
    }

    /** Lines that are not blank, each bounded. */
    private static final class Lines {

        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private boolean tooLong;

        Lines(InputStream in) {
            this.in = new BufferedInputStream(in, BUFFER_BYTES);
        }

        boolean isTooLong() {
            return tooLong;
        }

        byte[] bytes() {
            return line.toByteArray();
        }

        boolean next() {
            line.reset();
            tooLong = false;
            boolean isBlank = true;
            try {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    if (next == '\n' && !isBlank) {
                        return true;
                    }
                    isBlank &= next == '\n' || next == '\r' || next == ' ' || next == '\t';
                    if (line.size() < MAX_LINE_BYTES) {
                        line.write(next);
                    } else {
                        tooLong = true;
                    }
                    if (isBlank && next == '\n') {
                        line.reset();
                        tooLong = false;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return !isBlank;
        }
    }
}
