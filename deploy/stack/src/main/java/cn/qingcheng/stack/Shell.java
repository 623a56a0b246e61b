package cn.qingcheng.stack;

import java.nio.file.Path;

/** Paths in commands that PostgreSQL hands to a shell. */
final class Shell {
    private Shell() {}

    /** One word for the shell, and without meaning for PostgreSQL, which replaces what follows a per cent sign. */
    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''").replace("%", "%%") + "'";
    }
}
