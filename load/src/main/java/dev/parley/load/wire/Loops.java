package dev.parley.load.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The event loops of the generator, and the way to open sockets on them.
public final class Loops implements AutoCloseable {
    private static final int SOURCE_ADDRESSES = 16;
    private static final int CONNECT_MILLIS = 10_000;

    private final URI desk;
    private final EventLoopGroup group;
    private final List<EventLoop> loops = new ArrayList<>();
    private final Class<? extends Channel> channelType;
    private final AtomicInteger opened = new AtomicInteger();

    public Loops(URI desk, int count) {
        this.desk = desk;
        boolean epoll = Epoll.isAvailable();
        this.group = epoll ? new EpollEventLoopGroup(count) : new NioEventLoopGroup(count);
        this.channelType = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
        for (int i = 0; i < count; i++) {
            loops.add(group.next());
        }
    }

    public List<EventLoop> all() {
        return List.copyOf(loops);
    }

    /// The loop that serves number `i` of whatever is spread over the loops.
    public EventLoop loop(int i) {
        return loops.get(i % loops.size());
    }

    /// Opens a socket on `loop`; the listener hears how it went.
    public void open(EventLoop loop, SocketListener listener) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(channelType)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Socket(channel, upgrade(), listener));
                    }
                });
        InetSocketAddress target = new InetSocketAddress(desk.getHost(), desk.getPort());
        var connecting = target.getAddress() instanceof Inet4Address address && address.isLoopbackAddress()
                ? bootstrap.connect(target, new InetSocketAddress(sourceAddress(), 0))
                : bootstrap.connect(target);
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                listener.closed("no connection: " + done.cause());
            }
        });
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    // One address has some 28,000 ports; many addresses leave room for those still in TIME_WAIT.
    private String sourceAddress() {
        return "127.0.0." + (2 + opened.getAndIncrement() % SOURCE_ADDRESSES);
    }

    private String upgrade() {
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        return "GET /api/v1/socket HTTP/1.1\r\nHost: " + desk.getHost() + ":" + desk.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(key) + "\r\n\r\n";
    }
}
