package cn.qingcheng.kit.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccessTableTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/access.md");

    @Test
    void theCommittedPageIsWhatTheDocumentsSay() throws IOException {
        String page = AccessTable.of(ROOT);
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/access.md is stale; run this test with -Dcontracts.update=true and read the diff")
                .isEqualTo(page);
    }

    @Test
    void allServicesAreOnThePage() {
        assertThat(AccessTable.of(ROOT))
                .contains("## talent-service", "## subsidy-service", "## housing-service", "## platform-service");
        assertThat(AccessTable.unknownRoles(ROOT)).isEmpty();
    }

    @Test
    void aRowSaysYesOwnOrNo() {
        ApiDocument document = ApiDocument.parse("""
                paths:
                  /x/v1/me/things/{id}:
                    get: {x-roles: [talent, auditor]}
                  /x/v1/things:
                    get: {x-roles: []}
                """);

        assertThat(document.operations())
                .extracting(AccessTable::row)
                .satisfiesExactly(
                        own -> assertThat(own)
                                .isEqualTo(
                                        "| `GET /x/v1/me/things/{id}` | · | **own** | · | · | · | · | · | · | · | · | · |"
                                                + " **yes** | · | 404 |\n"),
                        open -> assertThat(open).startsWith("| `GET /x/v1/things` | **yes** | **yes** |"));
    }
}
