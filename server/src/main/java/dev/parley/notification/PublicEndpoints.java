package dev.parley.notification;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/// HTTPS on public addresses only. Asked just before each call: Java remembers for longer what a name resolved to, so
/// that the call goes where was looked.
@Singleton
@DefaultBean
class PublicEndpoints implements Endpoints {
    private static final int LONGEST = 2_048;
    private static final int FOUR = 4;
    private static final int CARRIER_NAT_BITS = 0x40;

    @Override
    public boolean allowed(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && address.toString().length() <= LONGEST
                && isPublic(address.getHost());
    }

    private static boolean isPublic(String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            return addresses.length > 0 && Arrays.stream(addresses).allMatch(PublicEndpoints::isPublic);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == FOUR ? isPublic4(bytes) : isPublic6(bytes);
    }

    /// Global unicast is 2000::/3; of it 2002::/16 (6to4) and 2001::/32 (Teredo) hide another address, as does all that
    /// lies outside of it.
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean hiding = bytes[0] == 0x20 && (bytes[1] == 0x02 || (bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0));
        return global && !hiding;
    }

    /// 0/8 and 240/4 are reserved, 100.64/10 lies behind a carrier's NAT, 192.0.0/24 and 198.18/15 are for tests and
    /// protocols.
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean carrier = first == 100 && (second & 0xc0) == CARRIER_NAT_BITS;
        boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 224 && !carrier && !protocols && !benchmarks;
    }
}
