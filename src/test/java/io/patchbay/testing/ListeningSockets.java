package io.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP sockets on which a process listens, as Linux lists them under {@code /proc}. */
public final class ListeningSockets {
    private static final String LISTENS = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() { }

    /** Each as {@code address:port}. */
    public static Set<String> of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> own;
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            own = files.map(ListeningSockets::target).filter(name -> name.startsWith("socket:[")).collect(Collectors.toSet());
        }
        return Stream.of("tcp", "tcp6").map(process.resolve("net")::resolve).filter(Files::exists).flatMap(ListeningSockets::lines)
                .map(line -> line.trim().split("\\s+"))
                .filter(socket -> socket[STATE].equals(LISTENS) && own.contains("socket:[" + socket[INODE] + "]"))
                .map(socket -> address(socket[ADDRESS])).collect(Collectors.toSet());
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param hex the words of the address in the order of the machine, a colon and the port */
    private static String address(String hex) {
        String[] parts = hex.split(":");
        ByteBuffer bytes = ByteBuffer.allocate(parts[0].length() / 2).order(ByteOrder.nativeOrder());
        for (int i = 0; i < parts[0].length(); i += 8) {
            bytes.putInt(Integer.parseUnsignedInt(parts[0].substring(i, i + 8), 16));
        }
        try {
            return InetAddress.getByAddress(bytes.array()).getHostAddress() + ":" + Integer.parseInt(parts[1], 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
