package cn.qingcheng.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A piece of PostgreSQL's log: 16 MiB, named by timeline and number, 8 and 16 hexadecimal digits. */
final class WalPiece {
    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");

    private static final long BYTES = 16L << 20;
    /** Pieces in one part of 4 GiB, the middle eight digits of the name. */
    private static final long PER_PART = (4L << 30) / BYTES;

    /** Where the header of a piece says at which byte of the whole log it begins. */
    private static final int ADDRESS_OFFSET = 8;

    private static final Pattern START = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final Pattern STOP = Pattern.compile("STOP WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    private WalPiece() {}

    static String after(String name) {
        long part = Long.parseLong(name, 8, 16, 16);
        long number = Long.parseLong(name, 16, 24, 16) + 1;
        if (number == PER_PART) {
            part++;
            number = 0;
        }
        return "%s%08X%08X".formatted(name.substring(0, 8), part, number);
    }

    /** The pieces in a server's own folder, in order, without those that wait under a later name to be written again. */
    static List<Path> begunIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> begun = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (NAME.matcher(file.getFileName().toString()).matches() && isBegun(file)) {
                    begun.add(file);
                }
            }
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBegun(Path file) throws IOException {
        String name = file.getFileName().toString();
        long part = Long.parseLong(name, 8, 16, 16);
        long number = Long.parseLong(name, 16, 24, 16);
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer header =
                    ByteBuffer.wrap(in.readNBytes(ADDRESS_OFFSET + Long.BYTES)).order(ByteOrder.nativeOrder());
            return header.limit() == ADDRESS_OFFSET + Long.BYTES
                    && header.getLong(ADDRESS_OFFSET) == (part * PER_PART + number) * BYTES;
        }
    }

    /** The piece a label or a history of a base backup begins with. */
    static String first(String label) {
        return found(START, label);
    }

    /** The piece a base backup ends with, from the history that the server archives when it is over. */
    static String last(BackupFolder backup, String first) {
        for (Path piece : backup.pieces()) {
            String name = piece.getFileName().toString();
            if (name.startsWith(first + ".") && name.endsWith(".backup.gz")) {
                return found(STOP, text(piece));
            }
        }
        throw new StackFailure("PostgreSQL has not archived the end of the base backup to " + backup.wal() + ".");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new StackFailure("PostgreSQL's label of the base backup is not understood: " + text);
        }
        return matcher.group(1);
    }

    private static String text(Path compressed) {
        try (InputStream in = open(compressed)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw damaged(compressed, e);
        }
    }

    static void verify(Path compressed) {
        if (!Files.isRegularFile(compressed)) {
            throw new StackFailure("The backup is damaged: " + compressed + " is missing.");
        }
        try (InputStream in = open(compressed)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            if (bytes != BYTES) {
                throw new IOException(bytes + " bytes");
            }
        } catch (IOException e) {
            throw damaged(compressed, e);
        }
    }

    private static InputStream open(Path compressed) throws IOException {
        return new GZIPInputStream(new BufferedInputStream(Files.newInputStream(compressed)));
    }

    private static StackFailure damaged(Path compressed, IOException e) {
        return new StackFailure("The backup is damaged: " + compressed + " cannot be read: " + e.getMessage() + ".", e);
    }
}
