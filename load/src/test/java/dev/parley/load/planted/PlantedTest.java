package dev.parley.load.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlantedTest {
    @Test
    void theTableSaysWhatWasCaughtAndWhatWasMissed() {
        String table = Planted.table(List.of(
                new Planted.Row("(none)", "proof --only kill", "lost", "0", "clean", 30),
                new Planted.Row("ack-first", "proof --only kill", "lost", "3", "caught", 40),
                new Planted.Row("ack-late", "proof --only kill", "lost", "0", "MISSED", 50)));

        assertThat(table.lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "patch trial counter count verdict s",
                        "(none) proof --only kill lost 0 clean 30",
                        "ack-first proof --only kill lost 3 caught 40",
                        "ack-late proof --only kill lost 0 MISSED 50");
    }

    @Test
    void theLastObjectOfJsonIsTheAnswer() {
        var result = new Command.Result(1, "{\"lost\":1}\nWARNING: something\n{\"kill\":{\"lost\":2}}\nbye\n");

        assertThat(result.json()).isEqualTo("{\"kill\":{\"lost\":2}}");
        assertThat(new Command.Result(2, "bench: no\n").json()).isEqualTo("{}");
    }
}
