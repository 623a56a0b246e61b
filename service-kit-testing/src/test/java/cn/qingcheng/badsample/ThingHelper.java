package cn.qingcheng.badsample;

import cn.qingcheng.talent.OfAnotherService;
import java.time.Instant;

/** A name that says nothing, a foreign service, the machine's time, a sleep, and a shout. */
public class ThingHelper {
    private final OfAnotherService foreign = new OfAnotherService();

    public Instant now() throws InterruptedException {
        Thread.sleep(1);
        System.out.println(foreign.hashCode());
        return Instant.now();
    }
}
