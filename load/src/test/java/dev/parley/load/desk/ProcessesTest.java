package dev.parley.load.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessesTest {
    @Test
    void readsPastACommandNameWithBlanksAndBrackets() {
        String stat = "4711 (postgres: (a) b) S 12 4711 4711 0 -1 4194560 1 2 3 4 150 25 7 8 20 0 1";

        assertThat(Processes.fields(stat)).startsWith("S", "12").contains("150", "25");
        assertThat(Processes.fields(stat).get(11)).isEqualTo("150");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void knowsItsOwnCostAndNothingOfAProcessThatIsGone() {
        long own = ProcessHandle.current().pid();

        long alone = Processes.cpuMillis(own);
        assertThat(alone).isPositive();
        assertThat(Processes.residentKb(own)).isGreaterThan(1000);
        assertThat(Processes.cpuMillisWithChildren(own)).isGreaterThanOrEqualTo(alone);
        assertThat(Processes.cpuMillis(Long.MAX_VALUE)).isEqualTo(Processes.UNKNOWN);
    }

    @Test
    void whatIsUnknownStaysUnknown() {
        Cpu before = new Cpu(100, Processes.UNKNOWN, 10);
        Cpu after = new Cpu(350, 20, 30);

        assertThat(after.since(before)).isEqualTo(new Cpu(250, Processes.UNKNOWN, 20));
    }

    @Test
    void readsTheHeapInUse() {
        String answer = "4711:\n garbage-first heap   total reserved 1048576K, committed 53248K, used 17893K [0x00)";

        assertThat(HeapReader.used(answer)).hasValue(17893);
        assertThat(HeapReader.used("no such process")).isEmpty();
    }
}
