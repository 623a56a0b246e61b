package cn.qingcheng.faults;

import cn.qingcheng.stack.DataFolder;
import cn.qingcheng.stack.Layout;
import cn.qingcheng.stack.Links;
import cn.qingcheng.stack.Ports;
import cn.qingcheng.stack.Progress;
import cn.qingcheng.stack.Scale;
import cn.qingcheng.stack.ServiceModule;
import cn.qingcheng.stack.Settings;
import cn.qingcheng.stack.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The city that faults are put on: two instances of each service, and the sample city in small. */
public final class FaultCity implements AutoCloseable {

    /** Schemes, budget and employers are all the traffic needs of it; its people come from the seed. */
    private static final double SAMPLE_SCALE = 0.02;

    private static final int INSTANCES = 2;

    private final Stack stack;
    private final Links links;

    private FaultCity(Stack stack, Links links) {
        this.stack = stack;
        this.links = links;
    }

    /**
     * Starts a city, or one again with what its folder holds.
     *
     * @param fresh forget what the folder holds
     */
    public static FaultCity start(Layout layout, Path folder, boolean fresh, boolean withLinks) {
        Map<ServiceModule, Integer> two = new EnumMap<>(ServiceModule.class);
        for (ServiceModule service : ServiceModule.values()) {
            two.put(service, INSTANCES);
        }
        Links links = Links.direct();
        Settings settings = new Settings(
                new DataFolder(folder), Ports.firstFree(), new Scale(two), fresh, true, SAMPLE_SCALE, 1.0, links);
        return new FaultCity(Stack.start(layout, settings, Progress.silent()), links);
    }

    public Stack stack() {
        return stack;
    }

    /** Where clients reach the gateway. */
    public URI gateway() {
        int port = stack.settings().ports().gateway();
        return URI.create("http://127.0.0.1:" + links.port(Links.CLIENT, "gateway", port));
    }

    @Override
    public void close() {
        stack.close();
    }
}
