package cn.qingcheng.stack;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the loader of the sample city, once per data folder. */
final class SampleCity {
    private static final String LOADER = "cn.qingcheng.samplecity.Loader";
    private static final String NAME = "sample-city";
    private static final int MAX_HEAP_MIB = 192;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Layout layout;
    private final Settings settings;

    SampleCity(Layout layout, Settings settings) {
        this.layout = layout;
        this.settings = settings;
    }

    boolean isWanted() {
        return settings.loadCity() && !Files.exists(settings.data().cityLoaded());
    }

    /** The loader's own words go to its log; a failure leaves no mark, so that the next start tries again. */
    void load(Children children, String gatewayUrl, Progress progress) {
        progress.step("load the sample city");
        DataFolder data = settings.data();
        List<String> options = new ArrayList<>(List.of(
                "-cp",
                layout.libraries().resolve("*").toString(),
                LOADER,
                "--gateway",
                gatewayUrl,
                "--accounts",
                data.accounts().toString(),
                "--dir",
                data.cityFiles().toString()));
        if (settings.cityScale() != null) {
            options.addAll(List.of("--scale", settings.cityScale().toString()));
        }
        children.start(new ProcessSpec(
                        NAME, JavaCommand.of(MAX_HEAP_MIB, data.temporary(NAME), options), Map.of(), data.path()))
                .awaitSuccess(PATIENCE, progress);
        PropertyFile.write(data.cityLoaded(), "The sample city has been sent through the API.\n");
    }
}
