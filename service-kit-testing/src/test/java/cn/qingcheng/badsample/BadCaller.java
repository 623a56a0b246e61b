package cn.qingcheng.badsample;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

public class BadCaller {
    public InputStream fetch(String address) throws IOException {
        return new URL(address).openStream();
    }

    public Process run(String command) throws IOException {
        return new ProcessBuilder(command).start();
    }
}
