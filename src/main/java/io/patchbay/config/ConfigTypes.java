package io.patchbay.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The types of values, each with its expectation in plain English. */
final class ConfigTypes {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.:%-]{1,255}");
    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9_.-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9_.\\[\\]:-]{1,255}");
    /** A literal address, so no name server is used. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~-]+)*");
    private final Settings settings;

    ConfigTypes(Settings settings) {
        this.settings = settings;
    }

    String name(String key, String fallback) {
        return settings.read(key, fallback, "1 to 64 letters, digits, _ or -", text -> checked(text, NAME.asMatchPredicate()));
    }

    String host(String key, String fallback) {
        return settings.read(key, fallback, "a host name or an IP address", text -> checked(text, HOST.asMatchPredicate()));
    }

    String hostOrNone(String key, String fallback) {
        return settings.read(key, fallback, "a host name, an IP address or nothing",
                text -> checked(text, HOST.asMatchPredicate().or(String::isEmpty)));
    }

    int port(String key, String fallback) {
        return settings.read(key, fallback, "a port, 1 to 65535", text -> Quantities.within(Quantities.whole(text), 1, 65535));
    }

    int portOrAny(String key, String fallback) {
        return settings.read(key, fallback, "a port, 1 to 65535, or 0 for any free one",
                text -> Quantities.within(Quantities.whole(text), 0, 65535));
    }

    OptionalInt portOrNone(String key, String fallback) {
        return settings.read(key, fallback, "a port, 1 to 65535, 0 for any free one, or nothing", text -> text.isEmpty()
                ? OptionalInt.empty() : OptionalInt.of(Quantities.within(Quantities.whole(text), 0, 65535)));
    }

    int count(String key, String fallback, int least, int most) {
        return settings.read(key, fallback, "a whole number from " + least + " to " + most,
                text -> Quantities.within(Quantities.whole(text), least, most));
    }

    /** Without a slash at its end. */
    String url(String key, String fallback) {
        return settings.read(key, fallback, "an address of the form http://host:port/path or https://host:port/path, without / at its end",
                text -> checked(text, URL.asMatchPredicate()));
    }

    /** As {@link #url}, or an empty text. */
    String urlOrNone(String key, String fallback) {
        return settings.read(key, fallback, "an address of the form http://host:port/path or https://host:port/path, without / at its end, "
                + "or nothing", text -> checked(text, URL.asMatchPredicate().or(String::isEmpty)));
    }

    boolean flag(String key, String fallback) {
        return settings.read(key, fallback, "true or false",
                text -> Boolean.parseBoolean(checked(text, Set.of("true", "false")::contains)));
    }

    Duration duration(String key, String fallback, String least, String most) {
        return settings.read(key, fallback, "a duration from " + least + " to " + most + ", such as 400ms, 30s, 10m, 2h or 7d",
                text -> Quantities.within(Quantities.duration(text), Quantities.duration(least), Quantities.duration(most)));
    }

    /** In bytes. */
    int size(String key, String fallback, String least, String most) {
        return settings.read(key, fallback, "a size from " + least + " to " + most + ", such as 512B, 64KiB or 1MiB",
                text -> (int) (long) Quantities.within(Quantities.size(text), Quantities.size(least), Quantities.size(most)));
    }

    /** Network places, {@code host:port} or {@code host}. An empty text is an empty list. */
    List<String> places(String key, String fallback, boolean portNeeded) {
        String expected = (portNeeded ? "host:port" : "host or host:port") + ", several separated by commas, or nothing";
        return settings.read(key, fallback, expected, text -> text.isEmpty() ? List.of() : Arrays.stream(text.split(",", -1))
                .map(String::strip).map(place -> checked(place, each -> isPlace(each, portNeeded))).toList());
    }

    /** Origins of web pages. An empty text is an empty list. */
    List<String> origins(String key, String fallback) {
        return list(key, fallback, "http:// or https:// and a host, with a port unless it is the usual one, several separated by commas, "
                + "or nothing", ORIGIN.asMatchPredicate());
    }

    /** IP addresses or networks. An empty text is an empty list. */
    List<String> networks(String key, String fallback) {
        return list(key, fallback, "an IP address or a network such as 10.0.0.0/8, several separated by commas, or nothing",
                ConfigTypes::isNetwork);
    }

    private List<String> list(String key, String fallback, String expected, Predicate<String> sound) {
        return settings.read(key, fallback, expected, text -> text.isEmpty() ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).map(each -> checked(each, sound)).toList());
    }

    private static boolean isNetwork(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2 || !ADDRESS.matcher(parts[0]).matches()) {
            return false;
        }
        try {
            int bits = InetAddress.getByName(parts[0]).getAddress().length * Byte.SIZE;
            return parts.length == 1 || parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= bits;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    Path path(String key, String fallback) {
        return settings.read(key, fallback, "a path", text -> checked(Path.of(text), path -> !text.isEmpty()));
    }

    /** A path to an existing file or directory. */
    Path existing(String key, String fallback, String what, Predicate<Path> exists) {
        Path path = path(key, fallback);
        if (!exists.test(path)) {
            settings.refuse(key, "must be " + what + " that exists; paths start at the directory the gateway is started in");
        }
        return path;
    }

    /** An interface that is not reachable from outside. */
    String privateHost(String key, String fallback) {
        String host = host(key, fallback);
        try {
            if (!Arrays.stream(InetAddress.getAllByName(host)).allMatch(ConfigTypes::isPrivate)) {
                settings.refuse(key, "must be a loopback or private address (127/8, 10/8, 172.16/12, 192.168/16, fc00::/7): "
                        + "Hazelcast members do not authenticate each other, so the port must not be reachable from outside");
            }
        } catch (UnknownHostException e) {
            settings.refuse(key, "must be an address of this machine or a host name that can be resolved");
        }
        return host;
    }

    private static boolean isPrivate(InetAddress address) {
        boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress() || uniqueLocal;
    }

    private static boolean isPlace(String place, boolean portNeeded) {
        var parts = PLACE.matcher(place);
        if (!parts.matches()) {
            return false;
        }
        if (parts.group(2) == null) {
            return !portNeeded;
        }
        int port = Integer.parseInt(parts.group(2).substring(1));
        return port >= 1 && port <= 65535;
    }

    private static <T> T checked(T value, Predicate<T> sound) {
        if (!sound.test(value)) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }
}
