package dev.parley.load.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.load.desk.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchedServerTest {
    private static final String RIGHT = "commit();\nack();\n";
    private static final String WRONG = "ack();\ncommit();\n";

    @TempDir
    private Path root;

    @BeforeEach
    void aRepository() throws IOException {
        for (String folder :
                new String[] {"server/src/main", "server/target", "web/node_modules", "load/planted", ".mvn"}) {
            Files.createDirectories(root.resolve(folder));
        }
        for (String file :
                new String[] {"pom.xml", "load/pom.xml", "mvnw", "server/target/old", "web/node_modules/one"}) {
            Files.writeString(root.resolve(file), "");
        }
        Files.writeString(root.resolve("server/src/main/Lane"), RIGHT);
        patch("ack-first", RIGHT.lines().findFirst().orElseThrow());
    }

    private void patch(String name, String firstLine) throws IOException {
        Files.writeString(root.resolve("load/planted/" + name + ".patch"), """
                # Bug: the sender is told too early.
                # Caught by: bench proof --only kill
                # Counter: lost

                diff --git a/server/src/main/Lane b/server/src/main/Lane
                --- a/server/src/main/Lane
                +++ b/server/src/main/Lane
                @@ -1,2 +1,2 @@
                -%s
                 ack();
                +commit();
                """.formatted(firstLine));
    }

    @Test
    void aPatchChangesTheCopyAloneAndGoesAgain() throws IOException {
        try (PatchedServer server = new PatchedServer(root)) {
            Path lane = server.folder().resolve("server/src/main/Lane");

            server.apply(Patch.named(root, "ack-first"));
            assertThat(lane).hasContent(WRONG);
            assertThat(root.resolve("server/src/main/Lane")).hasContent(RIGHT);

            server.revert();
            assertThat(lane).hasContent(RIGHT);
        }
    }

    @Test
    void whatWasBuiltOrInstalledIsNotCopied() throws IOException {
        Path folder;
        try (PatchedServer server = new PatchedServer(root)) {
            folder = server.folder();
            assertThat(folder.resolve("server/target")).doesNotExist();
            assertThat(folder.resolve("web/node_modules")).isSymbolicLink();
        }
        assertThat(folder).doesNotExist();
        assertThat(root.resolve("web/node_modules/one")).exists();
    }

    @Test
    void aPatchThatNoLongerAppliesSaysWhatToDo() throws IOException {
        patch("rotten", "commitAll();");
        try (PatchedServer server = new PatchedServer(root)) {
            assertThatThrownBy(() -> server.apply(Patch.named(root, "rotten")))
                    .isInstanceOf(BenchFailure.class)
                    .hasMessageContaining("rotten no longer applies")
                    .hasMessageContaining("git diff");
        }
    }

    @Test
    void anUnknownNameIsToldWithTheKnownOnes() throws IOException {
        Files.writeString(
                root.resolve("load/planted/slow.patch"), "# Bug: slow\n# Caught by: bench chat3\n# Counter: p99Ms\n");

        assertThatThrownBy(() -> Patch.named(root, "quick"))
                .hasMessageContaining("quick")
                .hasMessageContaining("slow");
    }
}
