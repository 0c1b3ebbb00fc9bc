package io.patchbay.wire;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies with a trusted X-Forwarded-For. The client is the last address of this list that is not a trusted proxy. All earlier
 * addresses may be false.
 */
public final class TrustedProxies {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final Pattern PORT = Pattern.compile("^(?:\\[([^]]*)](?::[0-9]+)?|([0-9.]+):[0-9]+)$");
    private final List<IpSubnetFilterRule> networks;

    private TrustedProxies(List<IpSubnetFilterRule> networks) {
        this.networks = networks;
    }

    /** @param networks IP addresses, or networks such as {@code 10.0.0.0/8} */
    public static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(TrustedProxies::rule).toList());
    }

    static TrustedProxies none() {
        return of(List.of());
    }

    /** The address of the client of this request, without a port. */
    String client(HttpServerRequest request) {
        String peer = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        return peer == null ? "" : client(peer, request.headers().getAll(FORWARDED));
    }

    String client(String peer, List<String> forwarded) {
        List<String> hops = forwarded.stream().flatMap(line -> Arrays.stream(line.split(","))).map(String::strip).toList();
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<String> hop = address(hops.get(i));
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get();
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return bytes(address).filter(parsed -> networks.stream().anyMatch(rule -> rule.matches(new InetSocketAddress(parsed, 0))))
            .isPresent();
    }

    /** Some proxies write the port, too. */
    private static Optional<String> address(String hop) {
        return bytes(PORT.matcher(hop).replaceFirst("$1$2")).map(InetAddress::getHostAddress);
    }

    /** Does not use a name server. */
    private static Optional<InetAddress> bytes(String text) {
        return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.split("/", 2);
        InetAddress address = bytes(parts[0]).orElseThrow(() -> new IllegalArgumentException(network + " is no IP address"));
        int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * Byte.SIZE;
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    }
}
