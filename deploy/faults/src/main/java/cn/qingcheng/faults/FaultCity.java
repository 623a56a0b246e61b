package cn.qingcheng.faults;

import cn.qingcheng.faults.fault.Injector;
import cn.qingcheng.faults.fault.SmallDisk;
import cn.qingcheng.faults.link.FaultyLinks;
import cn.qingcheng.stack.DataFolder;
import cn.qingcheng.stack.Layout;
import cn.qingcheng.stack.Links;
import cn.qingcheng.stack.Ports;
import cn.qingcheng.stack.Progress;
import cn.qingcheng.stack.Scale;
import cn.qingcheng.stack.Settings;
import cn.qingcheng.stack.Stack;
import cn.qingcheng.stack.StackFailure;
import java.net.URI;
import java.util.function.Consumer;

/**
 * The city that faults are put on: two instances of each service, every connection through a proxy, the database on a
 * small disk where that can be had, and the sample city in small.
 */
public final class FaultCity implements AutoCloseable {

    /** Schemes, budget and employers are all the traffic needs of it; its people come from the seed. */
    private static final double SAMPLE_SCALE = 0.02;

    private static final int INSTANCES = 2;

    private final Stack stack;
    private final FaultyLinks links;
    private final SmallDisk disk;
    private final Injector injector;

    private FaultCity(Stack stack, FaultyLinks links, SmallDisk disk, Injector injector) {
        this.stack = stack;
        this.links = links;
        this.disk = disk;
        this.injector = injector;
    }

    /**
     * Starts a new city; one that lived in the folder is forgotten.
     *
     * @param tell takes a line for each fault
     */
    public static FaultCity start(Layout layout, DataFolder folder, Consumer<String> tell) {
        if (Stack.isRunning(folder)) {
            throw new StackFailure("A city still runs on " + folder.path() + ": look at it, then ./deploy/down --data "
                    + folder.path() + ".");
        }
        folder.create();
        SmallDisk disk = SmallDisk.under(folder.postgres());
        FaultyLinks links = new FaultyLinks();
        Settings settings =
                new Settings(folder, Ports.firstFree(), Scale.ofEach(INSTANCES), true, true, SAMPLE_SCALE, 1.0, links);
        Stack stack = Stack.start(layout, settings, Progress.silent());
        return new FaultCity(stack, links, disk, Injector.of(stack, links, disk, tell));
    }

    public Stack stack() {
        return stack;
    }

    public Injector injector() {
        return injector;
    }

    /** Where clients reach the gateway. */
    public URI gateway() {
        int port = links.port(Links.CLIENT, "gateway", stack.settings().ports().gateway());
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        injector.close();
        stack.close();
        links.close();
        disk.close();
    }
}
