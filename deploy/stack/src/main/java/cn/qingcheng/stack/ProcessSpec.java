package cn.qingcheng.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param environment everything the process sees beside the few harmless variables of {@link Children}
 */
record ProcessSpec(String name, List<String> command, Map<String, String> environment, Path directory) {
    ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
