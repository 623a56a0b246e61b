package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalPieceTest {
    @TempDir
    Path folder;

    @Test
    void piecesAreCountedInHexadecimal() {
        assertThat(WalPiece.after("00000001000000000000000F")).isEqualTo("000000010000000000000010");
    }

    @Test
    void aPartOfTheLogHas256Pieces() {
        assertThat(WalPiece.after("0000000100000000000000FF")).isEqualTo("000000010000000100000000");
    }

    @Test
    void theTimelineStays() {
        assertThat(WalPiece.after("0000002A00000001000000FE")).isEqualTo("0000002A00000001000000FF");
    }

    @Test
    void theLabelSaysWithWhichPieceARestoreBegins() {
        assertThat(WalPiece.first("START WAL LOCATION: 0/4000028 (file 000000010000000000000004)\n"))
                .isEqualTo("000000010000000000000004");
    }

    @Test
    void aPieceCutShortIsFound() throws IOException {
        Path whole = piece("whole.gz", 16 << 20);
        Path cut = piece("cut.gz", (16 << 20) - 1);

        WalPiece.verify(whole);

        assertThatThrownBy(() -> WalPiece.verify(cut)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> WalPiece.verify(folder.resolve("none.gz"))).hasMessageContaining("missing");
    }

    @Test
    void aPieceThatWaitsToBeWrittenAgainIsNotTakenForTheLog() throws IOException {
        Path begun = begun("000000010000000100000002", 0x1_0200_0000L);
        begun("000000010000000100000003", 0x1_0100_0000L);
        Files.write(folder.resolve("000000010000000100000004"), new byte[3]);
        begun("00000002.history", 0);

        assertThat(WalPiece.begunIn(folder)).containsExactly(begun);
    }

    private Path begun(String name, long address) throws IOException {
        ByteBuffer header =
                ByteBuffer.allocate(64).order(ByteOrder.nativeOrder()).putLong(8, address);
        return Files.write(folder.resolve(name), header.array());
    }

    private Path piece(String name, int bytes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[bytes]);
        }
        return file;
    }
}
