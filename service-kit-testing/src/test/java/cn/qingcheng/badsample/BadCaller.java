package cn.qingcheng.badsample;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

public class BadCaller {
    public InputStream fetch(String address) throws IOException {
        return new URL(address).openStream();
    }

    public String keep(String path) throws IOException {
        String secret = Integer.toString(new Random().nextInt());
        Files.writeString(Path.of(path), secret);
        return secret;
    }

    public Process run(String command) throws IOException {
        return new ProcessBuilder(command).start();
    }
}
