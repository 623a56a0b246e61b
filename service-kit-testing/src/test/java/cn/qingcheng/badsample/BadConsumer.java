package cn.qingcheng.badsample;

import jakarta.transaction.Transactional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@Transactional
public class BadConsumer {
    @Incoming("bad-things")
    public void on(String message) {
        if (message.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
    }
}
