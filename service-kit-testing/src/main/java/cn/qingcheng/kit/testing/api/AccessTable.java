package cn.qingcheng.kit.testing.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who may what, as a page people can read: every operation of every service against every role. */
public final class AccessTable {
    private static final String HEAD = """
            # Who may what

            Made from the roles in the services' `contracts/openapi.yaml`; a test fails when an operation is missing here or
            a cell is stale. That the running services keep to it is shown by `AccessTest` in each service: it calls every
            operation as everybody below and on others' objects.

            | cell | means |
            |---|---|
            | **yes** | may call it |
            | **own** | may call it, and finds what is her own (a person's, a university's, an employer's) and nothing else |
            | · | 403; without a token 401 |
            | another's object | what an *own* caller gets for an object that is another's: 404, as for one that does not exist |

            `talent` is a person by her own account, `university` and `employer` are clients whose token says which one they
            are. All other roles are held by officers and see the whole city. Whoever has several roles may what any of them
            may.
            """;

    private AccessTable() {}

    /** Every module's document below this folder that has one, as one page. */
    public static String of(Path root) {
        StringBuilder page = new StringBuilder(HEAD);
        documents(root).forEach((service, document) -> {
            page.append("\n## ").append(service).append("\n\n| operation | nobody |");
            ApiScene.ROLES.forEach(role -> page.append(' ').append(role).append(" |"));
            page.append(" another's object |\n|---|---|").append("---|".repeat(ApiScene.ROLES.size() + 1));
            page.append('\n');
            document.operations().forEach(operation -> page.append(row(operation)));
        });
        return page.toString();
    }

    private static Map<String, ApiDocument> documents(Path root) {
        Map<String, ApiDocument> documents = new TreeMap<>();
        try (Stream<Path> modules = Files.list(root)) {
            modules.map(module -> module.resolve("contracts/openapi.yaml"))
                    .filter(Files::exists)
                    .forEach(file ->
                            documents.put(file.getName(file.getNameCount() - 3).toString(), ApiDocument.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    static String row(Operation operation) {
        StringBuilder row = new StringBuilder("| `").append(operation.name()).append("` | ");
        row.append(operation.isOpen() ? "**yes**" : "·").append(" |");
        for (String role : ApiScene.ROLES) {
            row.append(' ').append(cell(operation, role)).append(" |");
        }
        boolean isOfOwner = operation.roles().stream().anyMatch(Operation::isOwner);
        String anothers = operation.hasObject() ? " 404 |" : operation.isRead() ? " not shown |" : " |";
        return row.append(isOfOwner ? anothers : " |").append('\n').toString();
    }

    private static String cell(Operation operation, String role) {
        if (operation.isOpen()) {
            return "**yes**";
        }
        if (!operation.roles().contains(role)) {
            return "·";
        }
        return Operation.isOwner(role) ? "**own**" : "**yes**";
    }

    /** Roles that an operation names and that do not exist. */
    static List<String> unknownRoles(Path root) {
        return documents(root).values().stream()
                .flatMap(document -> document.operations().stream())
                .flatMap(operation -> operation.roles().stream())
                .filter(role -> !ApiScene.ROLES.contains(role))
                .distinct()
                .toList();
    }
}
