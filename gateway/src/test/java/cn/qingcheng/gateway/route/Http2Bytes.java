package cn.qingcheng.gateway.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;

/** An HTTP/2 connection (RFC 9113) on which any bytes may be sent. */
final class Http2Bytes implements AutoCloseable {

    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int PING = 6;
    static final int CONTINUATION = 9;
    /** END_HEADERS and END_STREAM. */
    static final int END = 5;

    static final byte[] GET_SUBSIDY = getOf("/subsidy/v1/me");

    private static final int ENOUGH_FRAMES = 200_000;
    private static final int SETTINGS = 4;
    private static final int GO_AWAY = 7;
    private static final int LONGEST_LENGTH_OF_ONE_BYTE = 126;

    private final Socket socket;

    Http2Bytes(int port) throws IOException {
        socket = TlsSocket.open(port, "h2");
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        frame(SETTINGS, 0, 0, new byte[0]);
    }

    void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        socket.getOutputStream().write(bytesOf(type, flags, stream, payload));
    }

    static byte[] bytesOf(int type, int flags, int stream, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        return frame.array();
    }

    /** GET https://localhost/… as HPACK (RFC 7541) has it. */
    static byte[] getOf(String path) {
        return ("\u0082\u0087\u0004" + (char) path.length() + path + "\u0001\tlocalhost").getBytes(ISO_8859_1);
    }

    /** A header as HPACK has it when nothing of it is in a table, whatever it holds. */
    static byte[] header(String name, String value) {
        ByteBuffer header = ByteBuffer.allocate(3 + name.length() + value.length());
        header.put((byte) 0);
        for (String text : new String[] {name, value}) {
            if (text.length() > LONGEST_LENGTH_OF_ONE_BYTE) {
                throw new IllegalArgumentException("Too long for a test: " + text);
            }
            header.put((byte) text.length()).put(text.getBytes(ISO_8859_1));
        }
        return header.array();
    }

    /** Whether the other side ends the request, or all, without an answer to it. */
    boolean isRefused(int request) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            int length = (in.readUnsignedByte() << 16) + in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.skipNBytes(1);
            int stream = in.readInt();
            in.skipNBytes(length);
            if (type == GO_AWAY || (stream == request && (type == RESET || type == HEADERS))) {
                return type != HEADERS;
            }
        }
    }

    /** The bytes of a connection that has said hello. */
    Socket socket() {
        return socket;
    }

    /** Whether the other side hangs up on whoever does that again and again. */
    boolean endsDuring(Frames frames) {
        try {
            for (int i = 0; i < ENOUGH_FRAMES; i++) {
                frames.send();
            }
            InputStream in = socket.getInputStream();
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Some frames. */
    interface Frames {
        void send() throws IOException;
    }
}
