package dev.parley.load.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void chatsTalkOverBareSocketsAndEndByThemselves() {
        Figures figures = new Machine().measure(4, 0, 1);
        assertThat(figures.sound()).isTrue();
        assertThat(figures.value("messagesPerSecond")).isPositive();
        assertThat(figures.value("serverCpuMsPer1000")).isPositive();
    }
}
