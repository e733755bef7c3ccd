package dev.parley.load.speed;

import dev.parley.load.desk.BenchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// What this machine's sockets cost by themselves: the traffic of `chat3` between two bare threads, without WebSocket,
/// rules or storage. No server on this machine can be cheaper for each message.
public final class Machine {
    private static final int MEMBERS = 3;
    private static final int SAID_BYTES = 250;
    private static final int HEARD_BYTES = 350;
    private static final int LOOK_MILLIS = 100;
    private static final int BACKLOG = 4096;

    private final List<SocketChannel> served = new ArrayList<>();
    private final List<SocketChannel> guests = new ArrayList<>();
    private final AtomicLong messages = new AtomicLong();
    private volatile boolean ended;

    /// What a thread does when one of its sockets has something to read.
    private interface Turn {
        void read(int socket, ByteBuffer room) throws IOException;
    }

    /// A thread of its own, and the CPU it has used since it was last asked.
    private final class Side {
        private final Thread thread;
        private long asked;

        Side(String name, List<SocketChannel> sockets, Turn turn) {
            thread = Thread.ofPlatform().name(name).start(() -> serve(sockets, turn));
        }

        long cpuMillis() {
            long now = ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class)
                    .getThreadCpuTime(thread.threadId());
            long used = now - asked;
            asked = now;
            return TimeUnit.NANOSECONDS.toMillis(used);
        }

        void end() throws InterruptedException {
            thread.join();
        }
    }

    /// Lets `chats` chats of three talk in turn, one message in flight a chat.
    public Figures measure(int chats, int warmupSeconds, int seconds) {
        try {
            connect(chats * MEMBERS);
            var server = new Side("served", served, this::fanOut);
            int[] heard = new int[chats];
            var generator = new Side("guests", guests, (socket, room) -> answer(socket, room, heard));
            for (int chat = 0; chat < chats; chat++) {
                say(chat * MEMBERS);
            }
            TimeUnit.SECONDS.sleep(warmupSeconds);
            Figures figures = count(server, generator, seconds);
            ended = true;
            server.end();
            generator.end();
            return figures;
        } catch (IOException failed) {
            throw new BenchFailure("sockets failed: " + failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        } finally {
            ended = true;
            close();
        }
    }

    private Figures count(Side server, Side generator, int seconds) throws InterruptedException {
        server.cpuMillis();
        generator.cpuMillis();
        long before = messages.get();
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double thousands = (messages.get() - before) / 1000.0;
        double took = (System.nanoTime() - begin) / 1e9;
        return new Figures()
                .with("messagesPerSecond", thousands * 1000 / took)
                .withCpu("serverCpuMsPer1000", server.cpuMillis(), thousands)
                .withCpu("generatorCpuMsPer1000", generator.cpuMillis(), thousands);
    }

    private void connect(int count) throws IOException {
        try (var door = ServerSocketChannel.open()) {
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            for (int i = 0; i < count; i++) {
                guests.add(ready(SocketChannel.open(door.getLocalAddress())));
                served.add(ready(door.accept()));
            }
        }
    }

    private static SocketChannel ready(SocketChannel socket) throws IOException {
        socket.configureBlocking(false);
        return socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    private void serve(List<SocketChannel> sockets, Turn turn) {
        ByteBuffer room = ByteBuffer.allocateDirect(1 << 14);
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < sockets.size(); i++) {
                sockets.get(i).register(selector, SelectionKey.OP_READ, i);
            }
            while (!ended) {
                selector.select(key -> take(turn, (Integer) key.attachment(), room), LOOK_MILLIS);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void take(Turn turn, int socket, ByteBuffer room) {
        try {
            turn.read(socket, room.clear());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// One message in, one frame to each of the three.
    private void fanOut(int socket, ByteBuffer room) throws IOException {
        if (served.get(socket).read(room) > 0) {
            int chat = socket / MEMBERS * MEMBERS;
            for (int member = chat; member < chat + MEMBERS; member++) {
                served.get(member).write(room.clear().limit(HEARD_BYTES));
            }
            messages.incrementAndGet();
        }
    }

    /// When all three have the message, the next of them says something.
    private void answer(int socket, ByteBuffer room, int[] heard) throws IOException {
        if (guests.get(socket).read(room) > 0) {
            int chat = socket / MEMBERS;
            if (++heard[chat] % MEMBERS == 0) {
                say(chat * MEMBERS + heard[chat] / MEMBERS % MEMBERS);
            }
        }
    }

    private void say(int guest) throws IOException {
        guests.get(guest).write(ByteBuffer.allocateDirect(SAID_BYTES));
    }

    private void close() {
        for (List<SocketChannel> side : List.of(guests, served)) {
            for (SocketChannel socket : side) {
                try {
                    socket.close();
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
        }
    }
}
