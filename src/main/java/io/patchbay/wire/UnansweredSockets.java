package io.patchbay.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sockets of this network namespace whose kernel waits for an acknowledgement, as Linux lists them. */
final class UnansweredSockets {
    private static final List<Path> TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int REPEATS = 6;
    private static final int PROBES = 8;
    private static final int HEX = 16;
    private static final int WORD_DIGITS = 8;

    private UnansweredSockets() { }

    /** The two ends of a connection. */
    record Ends(InetSocketAddress local, InetSocketAddress remote) { }

    /** Empty on a system without these tables. */
    static Set<Ends> read() throws IOException {
        Set<Ends> all = new HashSet<>();
        for (Path table : TABLES) {
            if (Files.isReadable(table)) {
                try (Stream<String> lines = Files.lines(table)) {
                    all.addAll(of(lines));
                }
            }
        }
        return all;
    }

    /** @param lines a table with its head line */
    static Set<Ends> of(Stream<String> lines) {
        Set<Ends> found = new HashSet<>();
        lines.skip(1).map(line -> line.strip().split("\\s+")).filter(UnansweredSockets::waits)
            .forEach(fields -> found.add(new Ends(end(fields[LOCAL]), end(fields[REMOTE]))));
        return found;
    }

    /** A repeated segment, or a probe of an idle connection or of a full receiver. An acknowledgement sets both to zero. */
    private static boolean waits(String[] fields) {
        return fields.length > PROBES && (Long.parseLong(fields[REPEATS], HEX) > 0 || Long.parseLong(fields[PROBES]) > 0);
    }

    /** @param hex the words of the address in the byte order of the machine, a colon and the port */
    private static InetSocketAddress end(String hex) {
        String[] parts = hex.split(":");
        ByteBuffer bytes = ByteBuffer.allocate(parts[0].length() / 2).order(ByteOrder.nativeOrder());
        for (int i = 0; i < parts[0].length(); i += WORD_DIGITS) {
            bytes.putInt(Integer.parseUnsignedInt(parts[0].substring(i, i + WORD_DIGITS), HEX));
        }
        try {
            return new InetSocketAddress(InetAddress.getByAddress(bytes.array()), Integer.parseInt(parts[1], HEX));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An address has 4 or 16 bytes", e);
        }
    }
}
