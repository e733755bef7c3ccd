package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.experiment.Scale;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {
    private static <T> T parsed(Class<T> command, String... arguments) {
        CommandLine.ParseResult result = new Bench().line().parseArgs(arguments);
        return command.cast(result.subcommand().commandSpec().userObject());
    }

    @Test
    void chat3HasTheDefaultsOfTheFigures() {
        Bench.Chat3 chat3 = parsed(Bench.Chat3.class, "chat3");

        assertThat(chat3.chats).isEqualTo(500);
        assertThat(chat3.seconds).isEqualTo(20);
        assertThat(chat3.warmup).isEqualTo(10);
    }

    @Test
    void optionsAreTaken() {
        Bench.Paced paced = parsed(Bench.Paced.class, "paced", "--chats", "30", "--rate=50", "--json");

        assertThat(paced.chats).isEqualTo(30);
        assertThat(paced.rate).isEqualTo(50);
        assertThat(parsed(Bench.Quiet.class, "idle", "--connections", "7").connections)
                .isEqualTo(7);
        assertThat(parsed(Bench.Reconnect.class, "reconnect", "--restart").restart)
                .isTrue();
    }

    @Test
    void theProofIsSmallUnlessSaidOtherwise() {
        assertThat(parsed(Bench.Prove.class, "proof").scale()).isEqualTo(Scale.of(false));
        assertThat(parsed(Bench.Prove.class, "proof", "--full").scale()).isEqualTo(Scale.of(true));
    }

    @Test
    void theProofCanBeMadeToMeasure() {
        Bench.Prove prove = parsed(
                Bench.Prove.class, "proof", "--only=kill", "--messages=300", "--kills=0", "--chats=10", "--rate=20");

        assertThat(prove.only).containsExactly("kill");
        assertThat(prove.scale()).isEqualTo(new Scale(false, 300, 10, 0, 20));
    }

    @Test
    void anExperimentThatIsNotThereIsToldBeforeAnyServerIsStarted() {
        StringWriter told = new StringWriter();

        int code = new Bench().line().setErr(new PrintWriter(told)).execute("proof", "--only", "nothing");

        assertThat(code).isEqualTo(Bench.MISUSED);
        assertThat(told.toString()).contains("no experiment is called nothing");
    }

    @Test
    void anUnknownOptionIsToldAndNothingRuns() {
        StringWriter told = new StringWriter();

        int code = new Bench().line().setErr(new PrintWriter(told)).execute("chat3", "--chat", "5");

        assertThat(code).isEqualTo(Bench.MISUSED);
        assertThat(told.toString()).contains("--chat");
    }

    @Test
    void aNumberThatMakesNoSenseIsToldBeforeAnyServerIsStarted() {
        StringWriter told = new StringWriter();

        int code = new Bench().line().setErr(new PrintWriter(told)).execute("chat3", "--chats", "0");

        assertThat(code).isEqualTo(Bench.MISUSED);
        assertThat(told.toString().trim()).isEqualTo("bench: --chats must be more than 0");
    }
}
