package dev.parley.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicEndpointsTest {
    private final PublicEndpoints endpoints = new PublicEndpoints();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.215.14/push",
                "https://127.0.0.1/push",
                "https://localhost/push",
                "https://10.1.2.3/push",
                "https://172.16.0.1/push",
                "https://192.168.1.1/push",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/push",
                "https://0.0.0.0/push",
                "https://198.18.0.1/push",
                "https://224.0.0.1/push",
                "https://255.255.255.255/push",
                "https://[::1]/push",
                "https://[::ffff:127.0.0.1]/push",
                "https://[fe80::1]/push",
                "https://[fd00::1]/push",
                "https://[2002:7f00:1::]/push",
                "https://[64:ff9b::7f00:1]/push",
                "https://user@93.184.215.14/push",
                "https://93.184.215.14/push#here",
                "ftp://93.184.215.14/push",
                "https:///push",
                "push"
            })
    void whatIsNotPublicIsNotCalled(String address) {
        assertThat(endpoints.allowed(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.215.14/push/abc", "https://[2606:2800:21f:cb07::1]:8443/push"})
    void whatIsPublicIsCalled(String address) {
        assertThat(endpoints.allowed(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.63.255.255", "100.128.0.0", "172.32.0.1", "192.0.1.1", "223.255.255.255"})
    void neighboursOfReservedNetworksArePublic(String address) throws UnknownHostException {
        assertThat(PublicEndpoints.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
