package io.patchbay.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** One client can have all addresses of an IPv6 network of 64 bits, so these count as one. */
final class ClientNetwork {
    private static final int PREFIX_BYTES = 8;
    private static final int IPV4_BYTES = 4;

    private ClientNetwork() { }

    /** @param address an IP address; another text is its own network */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A text with a colon is an address or an error. No name server is asked.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV4_BYTES ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
