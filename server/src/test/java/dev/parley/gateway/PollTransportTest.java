package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollTransportTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final int LIMIT_SECONDS = 10;

    private final PollTransport poll = new PollTransport();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        requests.shutdownNow();
    }

    @Test
    void aWaitingRequestEndsWhenTheNextOneForThePollComes() throws Exception {
        Future<List<String>> first = waiting();
        Future<List<String>> second = waiting();
        assertThat(result(first)).isEmpty();
        assertThat(second).isNotDone();
        poll.write("a");
        assertThat(result(second)).containsExactly("a");
    }

    @Test
    void aRequestTakesWhatIsThereAndNothingTwice() throws Exception {
        poll.write("a");
        poll.write("b");
        assertThat(poll.take(LONG)).containsExactly("a", "b");
        assertThat(poll.take(NOT_AT_ALL)).isEmpty();
    }

    @Test
    void closingEndsTheWaitAndWhatWasSaidBeforeIsStillHeard() throws Exception {
        Future<List<String>> request = waiting();
        poll.close(1012);
        assertThat(result(request)).isEmpty();
        assertThat(poll.closed()).isTrue();
        poll.write("bye");
        assertThat(poll.closed()).isFalse();
        assertThat(poll.take(LONG)).containsExactly("bye");
        assertThat(poll.closed()).isTrue();
    }

    /// A request that is known to wait: its turn has begun before this returns.
    private Future<List<String>> waiting() {
        int before = poll.takers();
        Future<List<String>> request = requests.submit(() -> poll.take(LONG));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (poll.takers() == before) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
        return request;
    }

    private static List<String> result(Future<List<String>> request) throws Exception {
        return request.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
