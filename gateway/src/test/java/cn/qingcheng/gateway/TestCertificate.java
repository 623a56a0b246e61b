package cn.qingcheng.gateway;

import cn.qingcheng.kit.testing.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A key and a certificate signed by itself, as a PKCS #12 file. */
public final class TestCertificate {

    public static final String PASSWORD = Certificate.PASSWORD;

    private TestCertificate() {}

    public static Path make(String name) {
        try {
            return Certificate.make(Files.createTempDirectory("gateway"), name).store();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void replace(Path old, Path renewed) {
        try {
            Files.move(renewed, old, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
