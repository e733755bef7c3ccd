package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hard stops on size. A file near its stop is a question: which two things is this?
final class SizeTest {
    private static final int JAVA_FILE = 300;
    private static final int JAVA_METHOD = 40;
    private static final int CONSTRUCTOR_PARAMETERS = 7;
    private static final int FILES_IN_A_MODULE = 30;
    private static final int TYPESCRIPT_FILE = 250;
    private static final int TEST_FILE = 400;

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path JAVA_TESTS = Path.of("src/test/java");
    private static final Path TYPESCRIPT = Path.of("../web/src");

    @Test
    void javaFilesStayShort() throws IOException {
        assertThat(longerThan(JAVA_FILE, files(JAVA, ".java"))).isEmpty();
        assertThat(longerThan(TEST_FILE, files(JAVA_TESTS, ".java"))).isEmpty();
    }

    @Test
    void methodsAndConstructorsStaySmall() throws IOException {
        List<Path> files = Stream.concat(files(JAVA, ".java").stream(), files(JAVA_TESTS, ".java").stream())
                .toList();
        assertThat(JavaShape.of(files).faults(JAVA_METHOD, CONSTRUCTOR_PARAMETERS))
                .isEmpty();
    }

    @Test
    void modulesStaySmall() throws IOException {
        Map<Path, Long> counts = files(JAVA, ".java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(counts)
                .isNotEmpty()
                .allSatisfy((module, count) ->
                        assertThat(count).as(module.toString()).isLessThanOrEqualTo(FILES_IN_A_MODULE));
    }

    @Test
    void typescriptFilesStayShort() throws IOException {
        List<Path> all = Stream.concat(files(TYPESCRIPT, ".ts").stream(), files(TYPESCRIPT, ".tsx").stream())
                .toList();
        Map<Boolean, List<Path>> byTest = all.stream()
                .collect(Collectors.partitioningBy(file -> file.toString().contains(".test.")));
        assertThat(longerThan(TYPESCRIPT_FILE, byTest.get(false))).isEmpty();
        assertThat(longerThan(TEST_FILE, byTest.get(true))).isEmpty();
    }

    @Test
    void whatIsTooLargeIsFound(@TempDir Path folder) throws IOException {
        String body = "        use();\n".repeat(JAVA_METHOD);
        Path file = Files.writeString(
                folder.resolve("Large.java"),
                "class Large {\n    Large(int a, int b, int c, int d, int e, int f, int g, int h) {}\n"
                        + "    void small() {\n        // no code\n\n        use();\n    }\n"
                        + "    void large() {\n" + body + "    }\n    void use() {}\n}\n"
                        + "record Wide(int a, int b, int c, int d, int e, int f, int g, int h) {}\n");
        assertThat(JavaShape.of(List.of(file)).faults(JAVA_METHOD, CONSTRUCTOR_PARAMETERS))
                .containsExactlyInAnyOrder(
                        "Large.java: the constructor of Large takes 8 parameters",
                        "Large.java: large has 42 lines of code");
        assertThat(longerThan(JAVA_METHOD, List.of(file))).containsExactly("Large.java has 50 lines of code");
        assertThat(longerThan(CodeLines.in(Files.readString(file)), List.of(file)))
                .isEmpty();
    }

    private static List<String> longerThan(int stop, List<Path> files) throws IOException {
        var faults = new java.util.ArrayList<String>();
        for (Path file : files) {
            int lines = CodeLines.in(Files.readString(file));
            if (lines > stop) {
                faults.add(file.getFileName() + " has " + lines + " lines of code");
            }
        }
        return faults;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).as(folder.toString()).isNotEmpty();
            return found;
        }
    }
}
