package cn.qingcheng.stack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about a city.
 *
 * @param fresh forget what the data folder holds
 * @param loadCity send the sample city through the API when the data folder has none yet
 * @param cityScale size of the sample city, 1.0 being the city's own figures
 * @param clockSpeed city seconds per real second; null keeps what the data folder says
 * @param links through which ports the parts reach each other
 */
public record Settings(
        DataFolder data,
        Ports ports,
        Scale scale,
        boolean fresh,
        boolean loadCity,
        @Nullable Double cityScale,
        @Nullable Double clockSpeed,
        Links links) {

    public static Settings standard(Path dataFolder) {
        return new Settings(
                new DataFolder(dataFolder), Ports.standard(), Scale.single(), false, true, null, null, Links.direct());
    }

    /** An empty city on ports that are free, for tests. */
    public static Settings forTest(Path dataFolder) {
        return new Settings(
                new DataFolder(dataFolder), Ports.firstFree(), Scale.single(), true, false, null, 1.0, Links.direct());
    }

    public Settings withPorts(Ports newPorts) {
        return new Settings(data, newPorts, scale, fresh, loadCity, cityScale, clockSpeed, links);
    }

    public Settings withScale(Scale newScale) {
        return new Settings(data, ports, newScale, fresh, loadCity, cityScale, clockSpeed, links);
    }

    /** The same city again, with what its data folder holds. */
    public Settings again() {
        return new Settings(data, ports, scale, false, loadCity, cityScale, clockSpeed, links);
    }

    public Settings withLinks(Links newLinks) {
        return new Settings(data, ports, scale, fresh, loadCity, cityScale, clockSpeed, newLinks);
    }
}
