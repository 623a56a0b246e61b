package cn.qingcheng.faults.traffic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a body, and then no more: the connection is cut where it is read. */
final class BrokenStream extends InputStream {

    private final ByteArrayInputStream rest;

    BrokenStream(byte[] body, int bytes) {
        this.rest = new ByteArrayInputStream(body, 0, bytes);
    }

    @Override
    public int read() throws IOException {
        return still(rest.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return still(rest.read(into, offset, length));
    }

    private static int still(int read) throws IOException {
        if (read < 0) {
            throw new IOException("cut on purpose");
        }
        return read;
    }
}
