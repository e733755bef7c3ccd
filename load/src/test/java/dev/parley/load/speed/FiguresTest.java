package dev.parley.load.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.desk.Processes;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void oneLineOfJsonInTheOrderGiven() {
        Figures figures = new Figures()
                .with("messagesPerSecond", 16234.56789)
                .withCpu("serverCpuMsPer1000", 3000, 100)
                .withCpu("databaseCpuMsPer1000", Processes.UNKNOWN, 100);

        assertThat(figures.json())
                .isEqualTo("{\"messagesPerSecond\":16234.568,\"serverCpuMsPer1000\":30,\"faults\":{}}");
        assertThat(figures.sound()).isTrue();
    }

    @Test
    void faultsAreCountedAndTold() {
        Figures figures = new Figures();
        figures.fault("a hole", 2);
        figures.fault("a hole", 1);

        assertThat(figures.sound()).isFalse();
        assertThat(figures.json()).isEqualTo("{\"faults\":{\"a hole\":3}}");
        assertThat(figures.table()).contains("3 x a hole");
    }
}
