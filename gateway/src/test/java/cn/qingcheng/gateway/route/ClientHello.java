package cn.qingcheng.gateway.route;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** The first message of a TLS handshake (RFC 5246), made by hand: no library of today would offer what is offered here. */
final class ClientHello {

    static final int TLS_1_0 = 0x0301;
    static final int TLS_1_1 = 0x0302;
    static final int TLS_1_2 = 0x0303;

    /** The first byte of the answer of a server that goes on with the handshake. */
    static final int TAKEN = 0x16;

    /** The first byte of an alert, by which a server refuses. */
    static final int REFUSED = 0x15;

    private static final int HANDSHAKE = 0x16;
    private static final int CLIENT_HELLO = 1;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int SIGNATURE_ALGORITHMS = 13;

    private ClientHello() {}

    /** Offers one version and these cipher suites, by their registered numbers. */
    static int answerTo(int port, int version, int... suites) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(record(hello(version, suites)));
            socket.getOutputStream().flush();
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hello(int version, int... suites) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0);
        words(out, suites);
        out.writeShort(0x0100);
        out.writeShort(24);
        // secp256r1 and x25519; ECDSA and RSA with SHA-256, then with SHA-1.
        out.writeShort(SUPPORTED_GROUPS);
        out.writeShort(6);
        words(out, 0x0017, 0x001d);
        out.writeShort(SIGNATURE_ALGORITHMS);
        out.writeShort(10);
        words(out, 0x0403, 0x0401, 0x0203, 0x0201);
        return bytes.toByteArray();
    }

    private static void words(DataOutputStream out, int... words) throws IOException {
        out.writeShort(2 * words.length);
        for (int word : words) {
            out.writeShort(word);
        }
    }

    private static byte[] record(byte[] hello) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(HANDSHAKE);
        out.writeShort(TLS_1_0);
        out.writeShort(hello.length + 4);
        out.writeByte(CLIENT_HELLO);
        out.writeByte(0);
        out.writeShort(hello.length);
        out.write(hello);
        return bytes.toByteArray();
    }
}
