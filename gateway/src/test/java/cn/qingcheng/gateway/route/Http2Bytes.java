package cn.qingcheng.gateway.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** An HTTP/2 connection (RFC 9113) on which any bytes may be sent. */
final class Http2Bytes implements AutoCloseable {

    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int CONTINUATION = 9;
    /** END_HEADERS and END_STREAM. */
    static final int END = 5;
    /** GET https://localhost/subsidy/v1/me as HPACK (RFC 7541) has it. */
    static final byte[] GET_SUBSIDY = "\u0082\u0087\u0004\u000e/subsidy/v1/me\u0001\tlocalhost".getBytes(ISO_8859_1);

    private static final int ENOUGH_FRAMES = 200_000;
    private static final int SETTINGS = 4;
    private static final int GO_AWAY = 7;
    private static final int LONGEST_LENGTH_OF_ONE_BYTE = 126;

    private final SSLSocket socket;

    Http2Bytes(int port) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustEveryone()}, null);
        socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        frame(SETTINGS, 0, 0, new byte[0]);
    }

    void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        socket.getOutputStream().write(frame.array());
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

    private static final class TrustEveryone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
