package dev.parley.load.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Does the same thing for many, a few at a time.
public final class Crew {
    private static final int AT_ONCE = 12;

    private Crew() {}

    /// What `task` gives for 0 to `count` - 1, in that order. The first failure ends it.
    public static <T> List<T> each(int count, IntFunction<T> task) {
        try (ExecutorService crew = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                futures.add(crew.submit(() -> task.apply(number)));
            }
            return collect(futures, crew);
        }
    }

    private static <T> List<T> collect(List<Future<T>> futures, ExecutorService crew) {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            crew.shutdownNow();
            throw failed.getCause() instanceof BenchFailure known
                    ? known
                    : new BenchFailure("set-up failed: " + failed.getCause());
        } catch (InterruptedException stop) {
            crew.shutdownNow();
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}
